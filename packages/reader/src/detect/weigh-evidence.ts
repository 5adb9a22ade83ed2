import { evaluatePolynomial } from '../geometry/evaluate-polynomial.ts';
import type { CropLine } from './crop-line.ts';

/** A line this long, in glyph heights, is as long as an MRZ's shortest. */
const fullLength = 28;

/** How much speaks for traced lines being an MRZ, 0..1: long, certain lines; a second one in parallel counts for as much as the first lacks. */
export function weighEvidence(lines: readonly CropLine[]): number {
  let doubt = 1;
  for (const line of lines) {
    const glyphHeight = evaluatePolynomial(line.glyphHeight, (line.start + line.end) / 2);
    const length = Math.min(1, (line.end - line.start) / (fullLength * glyphHeight));
    doubt *= 1 - 0.9 * length * line.certainty;
  }
  return 1 - doubt;
}
