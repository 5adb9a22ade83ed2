import type { FieldName, NumberRole, Span } from '../formats/format.ts';
import type { FormatName } from '../generated/format-name.ts';

/**
 * A proof outside ICAO's check digits: a national check letter, a birth date repeated in a register
 * number.
 */
export interface NationalProof {
  /** Stable name, such as `ESP.letter`. */
  readonly name: string;
  readonly holds: boolean;
  /**
   * A hint is not confirmed by a source good enough to contradict anything: it is reported, and
   * nothing follows from it.
   */
  readonly force: 'proof' | 'hint';
  /**
   * True when every character of the number takes part, so that no single wrong one, nor two
   * exchanged neighbours, can escape.
   */
  readonly seesAll: boolean;
}

export interface NationalNumber {
  readonly role: NumberRole;
  readonly value: string;
  readonly spans: readonly Span[];
  readonly proofs: readonly NationalProof[];
}

/** A field as a rule sees it. */
export interface RawField {
  readonly raw: string;
  readonly spans: readonly Span[];
}

/** What a rule is given: the lines and the raw text of the fields. */
export interface RuleInput {
  readonly lines: readonly string[];
  readonly fields: Readonly<Partial<Record<FieldName, RawField>>>;
}

/**
 * How the documents of one issuer deviate from their format. A rule never rejects: it widens, names
 * and proves.
 */
export interface NationalRule {
  readonly name: string;
  readonly source: string;
  readonly formats: readonly FormatName[];
  readonly issuers: readonly string[];
  /**
   * Beginnings of the document code (first two characters as printed) that the rule is for; all
   * when absent.
   */
  readonly codes?: readonly string[];
  /** Allowed characters of fields where they are not the format's. */
  readonly allowed?: Readonly<Partial<Record<FieldName, string>>>;
  /** Further letters for the sex. */
  readonly sexes?: Readonly<Record<string, 'M' | 'F' | 'X'>>;
  /** A mark for the sex that does not say which is meant. */
  readonly ambiguousSex?: string;
  /** The number that v1 calls `number` where it is not the document's. */
  readonly mainNumber?: NumberRole;
  /**
   * True where the issuer is known to compute check digits in a way of its own: a failed check is
   * then reported as such besides.
   */
  readonly ownCheckDigits?: boolean;
  /** Reads names back into the issuer's own script. */
  readonly nativeNames?: (name: string) => string;
  /** Numbers inside the fields, with their proofs. */
  readonly numbers?: (input: RuleInput) => readonly NationalNumber[];
}
