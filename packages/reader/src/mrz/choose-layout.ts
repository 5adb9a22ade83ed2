import { type LineLayout, lineLayouts, printGeometry } from './print-geometry.ts';

const { pitchPerGlyphHeight } = printGeometry;
/** Ribbons come out this much thicker than they should, on the mean. */
const usualThickening = 1.1;
/** How much documents and measurements scatter, as logarithms. */
const spacingScatter = 0.07;
const thicknessScatter = 0.15;
/**
 * Lines seen from the side look shorter than they are, which makes their spacing look wider: that
 * is common, the contrary is not.
 */
const foreshorteningScatter = 0.2;
/**
 * Programs that draw documents care little about spacing: no more than this counts against a
 * layout, within reason.
 */
const maxSpacingDeviation = 9;
const maxOddSpacing = 0.6;
/**
 * Larger deviation than this is no layout of an MRZ: lines have been cut off or something else was
 * traced.
 */
const maxDeviation = 20;

/** A layout and the spacing in pitches with which the traced lines are to be taken for it. */
export type ChosenLayout = { readonly characters: number; readonly spacing: number };

/**
 * The layout that traced lines fit best; undefined when none fits.
 *
 * @param lines how many were traced
 * @param length of the lines in units of the distance between neighbouring ones
 * @param glyphHeight as their ribbons' thickness suggests, in the same unit
 */
export function chooseLayout(lines: number, length: number, glyphHeight: number): ChosenLayout | undefined {
  let best: ChosenLayout | undefined;
  let least = maxDeviation;
  for (const layout of lineLayouts) {
    if (layout.lines !== lines) continue;
    const spacing = layout.characters / length;
    const deviation = deviationOf(layout, spacing, glyphHeight);
    if (deviation >= least) continue;
    least = deviation;
    // Too narrow a spacing is the document's own; too wide a one is mostly a usual one that
    // foreshortening has stretched, and glyphs with it.
    const isStretched =
      spacing > layout.spacing && glyphHeight ** 2 * spacing * layout.spacing > (usualThickening / pitchPerGlyphHeight) ** 2;
    const isUsual = Math.abs(Math.log(spacing / layout.spacing)) < 2 * spacingScatter || isStretched;
    best = { characters: layout.characters, spacing: isUsual ? layout.spacing : spacing };
  }
  return best;
}

function deviationOf(layout: LineLayout, spacing: number, glyphHeight: number): number {
  const oddness = Math.log(spacing / layout.spacing);
  if (Math.abs(oddness) > maxOddSpacing) return Number.POSITIVE_INFINITY;
  const scatter = oddness > 0 ? foreshorteningScatter : spacingScatter;
  const thickness = Math.log((glyphHeight * spacing * pitchPerGlyphHeight) / usualThickening);
  return Math.min((oddness / scatter) ** 2, maxSpacingDeviation) + (thickness / thicknessScatter) ** 2 + layout.surprise;
}
