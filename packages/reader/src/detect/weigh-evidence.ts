import { type CropLine, lineGlyphHeight, lineLength } from './crop-line.ts';

/** A line this long, in glyph heights, is as long as an MRZ's shortest. */
const fullLength = 28;

/** How much speaks for traced lines being an MRZ, 0..1: long, certain lines; a second one in parallel counts for as much as the first lacks. */
export function weighEvidence(lines: readonly CropLine[]): number {
  let doubt = 1;
  for (const line of lines) {
    const length = Math.min(1, lineLength(line) / (fullLength * lineGlyphHeight(line)));
    doubt *= 1 - 0.9 * length * line.certainty;
  }
  return 1 - doubt;
}
