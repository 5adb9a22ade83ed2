import { type LineLayout, lineLayouts, printGeometry } from './print-geometry.ts';
import { traceTuning } from './trace-tuning.ts';

const { pitchPerGlyphHeight } = printGeometry;
const { thickening, spacingScatter, thicknessScatter, foreshorteningScatter, maxSpacingDeviation, maxSpacingLog, maxDeviation } =
  traceTuning.layout;

/** A layout and the spacing in pitches with which the traced lines are to be taken for it. */
export type ChosenLayout = { readonly characters: number; readonly spacing: number };

/**
 * The layout that traced lines fit best; undefined when none fits.
 *
 * @param lines how many were traced
 * @param length of the lines in units of the distance between neighbouring ones
 * @param glyphHeight as the thickness of their segments suggests, in the same unit
 */
export function chooseLayout(lines: number, length: number, glyphHeight: number): ChosenLayout | undefined {
  let best: ChosenLayout | undefined;
  let minDeviation: number = maxDeviation;
  for (const layout of lineLayouts) {
    if (layout.lines !== lines) continue;
    const spacing = layout.characters / length;
    const deviation = deviationOf(layout, spacing, glyphHeight);
    if (deviation >= minDeviation) continue;
    minDeviation = deviation;
    // Too narrow a spacing is the document's own; too wide a one is mostly a usual one that
    // foreshortening has stretched, and glyphs with it.
    const isStretched = spacing > layout.spacing && glyphHeight ** 2 * spacing * layout.spacing > (thickening / pitchPerGlyphHeight) ** 2;
    const isUsual = Math.abs(Math.log(spacing / layout.spacing)) < 2 * spacingScatter || isStretched;
    best = { characters: layout.characters, spacing: isUsual ? layout.spacing : spacing };
  }
  return best;
}

function deviationOf(layout: LineLayout, spacing: number, glyphHeight: number): number {
  const spacingLog = Math.log(spacing / layout.spacing);
  if (Math.abs(spacingLog) > maxSpacingLog) return Number.POSITIVE_INFINITY;
  const scatter = spacingLog > 0 ? foreshorteningScatter : spacingScatter;
  const thickness = Math.log((glyphHeight * spacing * pitchPerGlyphHeight) / thickening);
  return Math.min((spacingLog / scatter) ** 2, maxSpacingDeviation) + (thickness / thicknessScatter) ** 2 + layout.penalty;
}
