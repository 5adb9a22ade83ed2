import { type LineLayout, lineLayouts } from './line-layouts.ts';

/** Capitals of OCR-B are this much lower than their pitch is wide. */
const pitchPerGlyphHeight = 1.055;
/** How much documents and measurements scatter, as logarithms. */
const proportionScatter = 0.07;
const heightScatter = 0.2;
/** Lines seen from the side look shorter than they are: that is common, looking longer is not. */
const foreshorteningScatter = 0.2;
/** Larger deviation than this is no layout of an MRZ: lines have been cut off or something else was traced. */
const maxDeviation = 16;

/**
 * The layout that traced lines fit best; undefined when none fits.
 *
 * @param lines how many were traced
 * @param length of the lines in units of the distance between neighbouring ones
 * @param glyphHeight as their ribbons' thickness suggests, in the same unit
 */
export function chooseLayout(lines: number, length: number, glyphHeight: number): LineLayout | undefined {
  let best: LineLayout | undefined;
  let least = maxDeviation;
  for (const layout of lineLayouts) {
    if (layout.lines !== lines) continue;
    const stretch = Math.log(length / (layout.characters / layout.spacing));
    const thickness = Math.log(glyphHeight * layout.spacing * pitchPerGlyphHeight);
    const scatter = stretch < 0 ? foreshorteningScatter : proportionScatter;
    const deviation = (stretch / scatter) ** 2 + (thickness / heightScatter) ** 2 + layout.surprise;
    if (deviation < least) {
      least = deviation;
      best = layout;
    }
  }
  return best;
}
