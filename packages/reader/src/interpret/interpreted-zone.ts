import type { Interpretation } from '../reading.ts';

/** What a zone says, and from which of its strips each line was read: a zone may have been traced with a line of other print. */
export type InterpretedZone = { readonly interpretation: Interpretation; readonly strips: readonly number[] };
