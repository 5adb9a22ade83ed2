import { evaluatePolynomial, type Polynomial } from '../../geometry/polynomial.ts';
import { traceTuning } from '../trace-tuning.ts';

/** A line of text as traced in an upright crop; pixels of the crop. */
export type CropLine = {
  /** y of the line's middle at each x. */
  readonly centreline: Polynomial;
  /** Glyph (capital letter) height at each x. */
  readonly glyphHeight: Polynomial;
  readonly start: number;
  readonly end: number;
  /** Mean probability of the cells along the line, 0..1; gaps count as 0. */
  readonly certainty: number;
  /**
   * Mean cosine between reading direction and x axis: about 1, or about -1 where the crop is upside
   * down.
   */
  readonly cosine: number;
};

/** Extent of a line along its crop, pixels. */
export function lineLength({ start, end }: CropLine): number {
  return end - start;
}

/** Length times certainty. */
export function lineWeight(line: CropLine): number {
  return lineLength(line) * line.certainty;
}

/** The glyph height at the middle of a line. */
export function lineGlyphHeight({ glyphHeight, start, end }: CropLine): number {
  return evaluatePolynomial(glyphHeight, (start + end) / 2);
}

const { fullLength, lineEvidence } = traceTuning.group;

/**
 * The probability that traced lines are an MRZ, 0..1, from how long and certain they are; each line
 * reduces the remaining doubt.
 */
export function weighEvidence(lines: readonly CropLine[]): number {
  let doubt = 1;
  for (const line of lines) {
    const length = Math.min(1, lineLength(line) / (fullLength * lineGlyphHeight(line)));
    doubt *= 1 - lineEvidence * length * line.certainty;
  }
  return 1 - doubt;
}
