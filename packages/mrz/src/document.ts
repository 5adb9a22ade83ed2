import type { CountryReading } from './country.ts';
import type { Evidence } from './evidence.ts';
import type { FieldName, NumberRole, Span } from './formats/format.ts';
import type { FormatName } from './generated/format-name.ts';
import type { Issue } from './issue.ts';
import type { NationalProof } from './national/national-rule.ts';
import type { DateReading } from './parse/read-date.ts';
import type { NamesReading } from './parse/read-names.ts';
import type { CheckResult } from './run-checks.ts';

/** A field as printed, with where it stands and why it may be believed. */
export interface FieldReading {
  readonly field: FieldName;
  /** As printed, fillers included; of a long number all its parts. */
  readonly raw: string;
  /** Without the fillers around it; undefined when nothing is printed. */
  readonly value: string | undefined;
  /** Where it stands; empty when the layout implies it without printing it. */
  readonly spans: readonly Span[];
  readonly evidence: Evidence;
}

/** One of the numbers of a document. */
export interface NumberReading {
  readonly role: NumberRole;
  readonly value: string;
  readonly spans: readonly Span[];
  readonly evidence: Evidence;
  /** National proofs and hints about this number. */
  readonly proofs: readonly NationalProof[];
}

/** What the lines of a machine readable zone say. */
export interface MrzDocument {
  /**
   * null when the lines have the shape of no known format: then only `lines` and `issues` say
   * something.
   */
  readonly format: FormatName | null;
  /** The lines that were read: capitals, no blanks. */
  readonly lines: readonly string[];
  /** Document code without fillers, such as `P`, `PN`, `ID`. */
  readonly code: string | undefined;
  readonly fields: Readonly<Partial<Record<FieldName, FieldReading>>>;
  readonly issuer: CountryReading | undefined;
  readonly nationality: CountryReading | undefined;
  readonly birthDate: DateReading | undefined;
  readonly expiryDate: DateReading | undefined;
  /** Full years from birth to today; undefined without a complete date. */
  readonly age: number | undefined;
  /**
   * Whether today is after the date of expiry; false where the document says that it has none,
   * undefined where no complete date is printed.
   */
  readonly expired: boolean | undefined;
  /** X for unspecified; undefined where the format prints none or the character is no mark. */
  readonly sex: 'M' | 'F' | 'X' | undefined;
  readonly names: NamesReading | undefined;
  /** Every number apart. `document`: what the document is called by, its long form put together. */
  readonly numbers: Readonly<Partial<Record<NumberRole, NumberReading>>>;
  /** The number that v1 reports: the document's, or the one that the country's authorities use. */
  readonly mainNumber: NumberReading | undefined;
  readonly checks: readonly CheckResult[];
  readonly issues: readonly Issue[];
}
