import type { FormatName } from '../generated/format-name.ts';

export type FieldName =
  | 'code'
  | 'issuer'
  | 'number'
  | 'birthDate'
  | 'sex'
  | 'expiryDate'
  | 'nationality'
  | 'names'
  | 'surname'
  | 'givenNames'
  | 'optional1'
  | 'optional2'
  | 'office'
  | 'cardNumber';

/** What a field may hold; it decides the allowed characters and how the field is read. */
export type FieldKind = 'code' | 'country' | 'number' | 'digits' | 'date' | 'sex' | 'names' | 'optional' | 'filler';

export type CheckName = 'number' | 'birthDate' | 'expiryDate' | 'optional' | 'composite';

/** What a number is for. `document`: what the document itself is called by. */
export type NumberRole = 'document' | 'support' | 'personal' | 'card' | 'office';

/** A stretch of one line: line, first column, column after the last. All counted from 0. */
export type Span = readonly [line: number, start: number, end: number];

export interface Field {
  readonly field: FieldName;
  /** Line and columns, counted from 0; `end` is the column after the last. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly kind: FieldKind;
  /** Allowed characters where they are not those of the kind. */
  readonly allowed?: string;
}

export interface Check {
  readonly name: CheckName;
  /** The field that this digit proves by itself; a composite has none. */
  readonly field?: FieldName;
  readonly position: { readonly line: number; readonly column: number };
  readonly over: readonly Span[];
  /**
   * True where the standard or practice prints `<` in place of the digit when there is nothing to
   * check.
   */
  readonly fillerAllowed?: boolean;
  /**
   * True where some documents print `<` in place of the digit though there is something to check.
   */
  readonly mayBeMissing?: boolean;
  /**
   * Where the covered text goes on when it is too long: the digit's position then holds `<`, the
   * rest and its digit stand at the start of this stretch (ICAO Doc 9303-5 §4.2.4, 9303-6 §4.2.4).
   * Issuers compute the digit with or without that `<`: both count.
   */
  readonly overflow?: Span;
}

export interface Format {
  readonly name: FormatName;
  readonly title: string;
  /** The clause or document that prescribes the layout. */
  readonly source: string;
  readonly lineLengths: readonly number[];
  /**
   * True where lines a little longer or shorter are not taken for a damaged copy of this format: a
   * longer format of the standard is more common.
   */
  readonly exactLengths?: boolean;
  /**
   * How the line `heads.line` must begin; the longest that fits decides between formats of equal
   * size.
   */
  readonly heads: { readonly line: number; readonly begin: readonly string[]; readonly except?: readonly string[] };
  readonly fields: readonly Field[];
  readonly checks: readonly Check[];
  /** True for the format that lines of these lengths are taken for when no head fits. */
  readonly fallback?: boolean;
  /** True where v1 reports the first letter of the document code only, whatever the second says. */
  readonly shortCode?: boolean;
  /** What optional fields are for where the standard names it. */
  readonly numberRoles?: Readonly<Partial<Record<FieldName, NumberRole>>>;
  /**
   * What the layout says without printing it, such as the nationality on a card that only nationals
   * get.
   */
  readonly implied?: Readonly<Partial<Record<FieldName, string>>>;
  /** Allowed characters of every line and column, fixed by the fields and checks. */
  readonly alphabets: readonly (readonly string[])[];
  /**
   * The same as one lookup table a line, at 128 × column + character code: 1 where the character is
   * allowed. Not to be written to.
   */
  readonly masks: readonly Uint8Array[];
  /**
   * What check digits cannot tell from a character, a list a line, at 128 × column + character
   * code; empty where no check looks.
   */
  readonly blindSpots: readonly (readonly (BlindSpot | undefined)[])[];
  /** For each field, in their order, the checks that cover it: indexes into `checks`. */
  readonly coverage: readonly Coverage[];
}

/** Characters that could be others without any check noticing. Counted from 0. */
export interface BlindSpot {
  readonly line: number;
  readonly column: number;
  /** One character, or two neighbours. */
  readonly printed: string;
  /**
   * What could stand there instead: characters of equal value modulo 10, or the two neighbours the
   * other way round.
   */
  readonly unseen: readonly string[];
}

export interface Coverage {
  /** The field's whole stretch. */
  readonly spans: readonly Span[];
  /** The check that is this field's own; −1 where it has none. */
  readonly own: number;
  /** The checks that cover it together with other fields. */
  readonly shared: readonly number[];
}

/** A format as it is written down; the rest follows from it. */
export type FormatTable = Omit<Format, 'alphabets' | 'masks' | 'blindSpots' | 'coverage'>;
