import type { IssueCode } from '../issues/issue.ts';
import type { GuestFact, PropertyFact, StayFact } from '../model/fact.ts';

/** Languages of labels and messages. */
export const languageNames = ['en', 'es', 'it', 'pt'] as const;

export type LanguageName = (typeof languageNames)[number];

/** What is wrong, and how to put it right. `{field}`, `{value}` and `{expected}` are filled in. */
export interface IssueWords {
  readonly message: string;
  readonly wayOut: string;
}

/** Everything that people read, in one language. */
export interface Words {
  readonly guest: Readonly<Record<GuestFact, string>>;
  readonly stay: Readonly<Record<StayFact | 'guests', string>>;
  readonly property: Readonly<Record<PropertyFact, string>>;
  /** Words of choices, those of all facts together. */
  readonly choices: Readonly<Record<string, string>>;
  readonly issues: Readonly<Record<IssueCode, IssueWords>>;
}
