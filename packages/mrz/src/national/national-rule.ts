import type { FieldName, Format, FormatName, Span } from '../formats/format.ts';

/** What a number is for. `document`: what the document itself is called by. */
export type NumberRole = 'document' | 'support' | 'personal' | 'card' | 'office' | 'other';

/** A proof outside ICAO's check digits: a national check letter, a birth date repeated in a register number. */
export interface NationalProof {
  /** Stable name, such as `ESP.letter`. */
  readonly name: string;
  readonly holds: boolean;
  /** A hint is not confirmed by a source good enough to contradict anything: it is reported, and nothing follows from it. */
  readonly force: 'proof' | 'hint';
}

export interface NationalNumber {
  readonly role: NumberRole;
  readonly value: string;
  readonly spans: readonly Span[];
  readonly proofs: readonly NationalProof[];
}

/** What a rule is given: the lines, their format and the raw text of the fields. */
export interface RuleInput {
  readonly format: Format;
  readonly lines: readonly string[];
  readonly raw: Readonly<Partial<Record<FieldName, string>>>;
}

/** How the documents of one issuer deviate from their format. A rule never rejects: it widens, names and proves. */
export interface NationalRule {
  readonly name: string;
  readonly source: string;
  readonly format: FormatName;
  readonly issuers: readonly string[];
  /** Beginnings of the document code (first two characters as printed) that the rule is for; all when absent. */
  readonly codes?: readonly string[];
  /** Allowed characters of fields where they are not the format's. */
  readonly allowed?: Readonly<Partial<Record<FieldName, string>>>;
  /** Further letters for the sex. */
  readonly sexes?: Readonly<Record<string, 'M' | 'F' | 'X'>>;
  /** Expiry dates that mean "no expiry". */
  readonly indefiniteExpiry?: readonly string[];
  /** The number that v1 calls `number` where it is not the document's. */
  readonly mainNumber?: NumberRole;
  /** Numbers inside the fields, with their proofs. */
  readonly numbers?: (input: RuleInput) => readonly NationalNumber[];
}
