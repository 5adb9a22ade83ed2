import type { ZoneReading } from '../reading.ts';
import type { HintCode } from './hint.ts';

/**
 * What is wrong with a picture: a hint before it has a sentence and the index of its zone in the
 * reading.
 */
export type QualityIssue = {
  readonly code: HintCode;
  /** The zone that it is about, if that was read. */
  readonly zone?: ZoneReading;
  /** From 0. */
  readonly line?: number;
  readonly found?: number;
  readonly needed?: number;
  /** A sentence with the reason, where the code alone does not tell. */
  readonly cause?: string;
};

/**
 * From this confidence on a score may be "sure". What lowers the score then is on the document, not
 * in the picture.
 */
const minSureConfidence = 0.98;

/**
 * A reading with less confidence counts as none, unless several check digits hold: a single one
 * holds by chance in one of ten.
 */
const minConfidence = 0.1;
const minChecks = 2;

/** Whether something was read at all. */
export function isRead({ confidence, document }: ZoneReading): boolean {
  return confidence >= minConfidence || document.checks.filter(({ holds }) => holds === true).length >= minChecks;
}

/** Whether a better picture would hardly tell more. */
export function isWellRead({ confidence }: ZoneReading): boolean {
  return confidence >= minSureConfidence;
}
