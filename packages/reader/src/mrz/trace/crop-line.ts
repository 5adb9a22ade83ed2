import { evaluatePolynomial, type Polynomial } from '../../geometry/polynomial.ts';

/** A line of text as traced in an upright crop; pixels of the crop. */
export type CropLine = {
  /** Height of the line's middle at each x. */
  readonly course: Polynomial;
  /** Glyph (capital letter) height at each x. */
  readonly glyphHeight: Polynomial;
  readonly start: number;
  readonly end: number;
  /** Mean probability of the cells along the line, 0..1, breaks counting as nothing. */
  readonly certainty: number;
  /**
   * Mean cosine of the reading direction to the crop's x axis: about 1, about -1 where the crop is
   * upside down.
   */
  readonly cosine: number;
};

/** How far a line reaches along its crop. */
export function lineLength({ start, end }: CropLine): number {
  return end - start;
}

/** How much of a line there is: its length times its certainty. */
export function lineWeight(line: CropLine): number {
  return lineLength(line) * line.certainty;
}

/** The glyph height at the middle of a line. */
export function lineGlyphHeight({ glyphHeight, start, end }: CropLine): number {
  return evaluatePolynomial(glyphHeight, (start + end) / 2);
}

/** A line this long, in glyph heights, is as long as an MRZ's shortest. */
const fullLength = 28;

/**
 * How much speaks for traced lines being an MRZ, 0..1: long, certain lines; a second one in
 * parallel counts for as much as the first lacks.
 */
export function weighEvidence(lines: readonly CropLine[]): number {
  let doubt = 1;
  for (const line of lines) {
    const length = Math.min(1, lineLength(line) / (fullLength * lineGlyphHeight(line)));
    doubt *= 1 - 0.9 * length * line.certainty;
  }
  return 1 - doubt;
}
