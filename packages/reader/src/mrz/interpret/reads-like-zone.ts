import type { MrzDocument } from '@ocr-web/mrz';

/** How sure the reading of some lines is, before anybody is told of them. */
type ReadingEvidence = {
  /** Mean probability of its characters. */
  readonly meanConfidence: number;
  /** Calibrated probability that all of its characters are right. */
  readonly confidence: number;
};

/** Several lines whose characters are this probable on average are a zone, whatever they say. */
const minMeanConfidence = 0.6;
/** A single line is a zone if all of it is more probable than not. */
const minConfidenceOfOneLine = 0.5;

/**
 * Whether lines that were read are a machine readable zone at all; what is none is never answered
 * as a document. Two or three lines of equal length, apart as a format wants them, are evidence of
 * themselves. One line is not: rows of other print look alike on receipts, forms and façades, and
 * the only format of one line has a single check digit, which the most probable of many readings
 * often satisfies. So such a line has to be read clearly, whether its digit holds or not.
 */
export function readsLikeZone({ lines, format, checks }: MrzDocument, evidence: ReadingEvidence): boolean {
  if (lines.length === 1) return format !== null && evidence.confidence >= minConfidenceOfOneLine;
  return evidence.meanConfidence >= minMeanConfidence || checks.some(({ holds }) => holds === true);
}
