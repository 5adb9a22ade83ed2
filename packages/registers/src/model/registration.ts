import type { MrzDocument } from '@ocr-web/mrz';
import type { GuestFact, PropertyFact, StayFact } from './fact.ts';

/** Values by the names of facts; an empty value is none. */
export type Values<Name extends string> = Readonly<Partial<Record<Name, string | undefined>>>;

/** What is known of a guest, by source. */
export interface GuestInput {
  /**
   * The machine readable zone of the document, as `parseMrz` reads it; none where nothing was read.
   */
  readonly zone?: MrzDocument | undefined;
  /**
   * How good the reading of the zone is, 0 to 100 (docs/valid-score.md); sure where nobody says so.
   */
  readonly score?: number | undefined;
  /** What was read in the visual zone of the document. */
  readonly visual?: Values<GuestFact> | undefined;
  /** What the desk typed; it wins over what was read. */
  readonly desk?: Values<GuestFact> | undefined;
}

/**
 * The lodging. Code lists that are no public data belong to it, by what a document says: codes of
 * the Italian portal by ISO 3166-1 alpha-3 code, codes of eVisitor by kind of document.
 */
export interface Property {
  readonly values: Values<PropertyFact>;
  readonly itStateCodes?: Readonly<Record<string, string>> | undefined;
  readonly hrDocumentTypes?: Readonly<Record<string, string>> | undefined;
}

/** The guests of one stay, and what a register wants to know of it. */
export interface Registration {
  readonly property: Property;
  readonly stay: Values<StayFact>;
  readonly guests: readonly GuestInput[];
}
