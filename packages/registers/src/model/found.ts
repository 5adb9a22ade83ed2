import type { Source } from './fact.ts';

/**
 * Why a value that was read must not be filed as it stands. `contradicted`: a check digit or a
 * national check fails. `partial`, `impossible`: the date. `ambiguous`: the mark for the sex means
 * two things. `not_a_state`: no code of ISO 3166-1. `truncated`: the names fill their field.
 * `unsure`: the reader was not sure, and no check digit proves it.
 */
export type Doubt = 'contradicted' | 'partial' | 'impossible' | 'ambiguous' | 'not_a_state' | 'truncated' | 'unsure';

/** A value and where it comes from. */
export interface Found {
  readonly value: string;
  readonly source: Source;
  readonly doubt?: Doubt | undefined;
  /** What the zone proves, where it is something else than what was typed or read elsewhere. */
  readonly differsFrom?: string | undefined;
}
