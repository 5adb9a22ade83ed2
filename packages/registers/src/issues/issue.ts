import type { Level } from '../model/fact.ts';

/**
 * What is wrong, or worth a look. `missing`, `missing_name`, `missing_second_surname`: nobody has
 * said it. `contradicted`, `partial`, `impossible`, `ambiguous`, `not_a_state`, `truncated`,
 * `unsure`: what was read (see `Doubt`). `form`, `not_in_list`, `not_a_day`, `not_a_time`: what the
 * register takes. `check_letter`: the letter of a Spanish number. `before_arrival`, `in_future`,
 * `too_many_days`: days. `no_adult`, `no_head`, `no_guests`, `wrong_age`, `province`: who stays,
 * and where. `shortened`, `letters_replaced`: what was changed to fit. `differs`: typed otherwise
 * than the zone proves. `not_reported`: a guest whom the register does not want.
 */
export type IssueCode =
  | 'missing'
  | 'missing_name'
  | 'missing_second_surname'
  | 'contradicted'
  | 'partial'
  | 'impossible'
  | 'ambiguous'
  | 'not_a_state'
  | 'truncated'
  | 'unsure'
  | 'form'
  | 'not_in_list'
  | 'not_a_day'
  | 'not_a_time'
  | 'check_letter'
  | 'before_arrival'
  | 'in_future'
  | 'too_many_days'
  | 'no_adult'
  | 'no_head'
  | 'no_guests'
  | 'wrong_age'
  | 'province'
  | 'shortened'
  | 'letters_replaced'
  | 'differs'
  | 'not_reported';

/** A refusal keeps the file from being written; a warning does not. */
export type Severity = 'refusal' | 'warning';

/** One thing that is wrong, or that somebody should look at. */
export interface Issue {
  readonly severity: Severity;
  readonly code: IssueCode;
  readonly of: Level;
  /** Index of the guest it is about; undefined for the stay and the property. */
  readonly guest: number | undefined;
  /** The fact that is to be typed or changed. */
  readonly field: string;
  /** What the register itself calls the field. */
  readonly registerField: string;
  /** The value it is about. */
  readonly value?: string | undefined;
  /** What would fit: a length, an example, the words of a list, the value as written. */
  readonly expected?: string | undefined;
}

/** Which codes only ask for a look. */
const warnings: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'truncated',
  'unsure',
  'shortened',
  'letters_replaced',
  'differs',
  'not_reported',
  'province',
]);

/** The issue with the severity of its code. */
export function makeIssue(issue: Omit<Issue, 'severity'>): Issue {
  return { severity: warnings.has(issue.code) ? 'warning' : 'refusal', ...issue };
}
