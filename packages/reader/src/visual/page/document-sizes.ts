import type { FormatName } from '@ocr-web/mrz';

/** How large a document is and how its zone is set; millimetres. */
export type DocumentSize = {
  readonly width: number;
  readonly height: number;
  /** From the middle of one line of the zone to the next. */
  readonly lineSpacing: number;
};

/** A character of the zone, ten to an inch (ICAO 9303-3, 4.3), and how high its capitals are. */
export const zonePitch = 2.54;
/** From the zone's middle to the lower edge: half of its 23.2 millimetres (9303-4 to -7, 4.2.1). */
export const zoneMiddle = 11.6;

const card: DocumentSize = { width: 85.6, height: 53.98, lineSpacing: 4.3 };
const card2: DocumentSize = { width: 105, height: 74, lineSpacing: 6.4 };
const passport: DocumentSize = { width: 125, height: 88, lineSpacing: 6.4 };

/** ICAO 9303-5 (TD1), -6 (TD2), -4 (TD3) and -7 (visas); the others as documents of their size. */
const sizes: Readonly<Record<FormatName, DocumentSize>> = Object.freeze({
  TD1: card,
  TD2: card2,
  TD3: passport,
  MRVA: { width: 120, height: 80, lineSpacing: 6.4 },
  MRVB: card2,
  'CHE-DL': card,
  'CHN-EP': card,
  'DEU-ID': card2,
  'EU-DL': card,
  'FRA-DL': card,
  'FRA-ID': card2,
  'IND-PASSPORT': passport,
  'SVK-ID': card2,
});

/** The size of a document with a zone of this format. */
export function documentSize(format: FormatName): DocumentSize {
  return sizes[format];
}
