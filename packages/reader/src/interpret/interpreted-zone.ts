import type { Interpretation } from '../reading.ts';
import type { TextSpan } from './measure-span.ts';

/** What a zone says, and where each line was read: a zone may have been traced with a line of other print. */
export type InterpretedZone = {
  readonly interpretation: Interpretation;
  /** Index of the strip of each line. */
  readonly strips: readonly number[];
  /** Where in its strip the text of each line lies; undefined where its characters were not placed. */
  readonly spans: readonly (TextSpan | undefined)[];
};
