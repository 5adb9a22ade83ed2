import { parseMrz } from '@ocr-web/mrz';
import type { Reading } from '@ocr-web/reader';

/** The specimen of ICAO Doc 9303-4, appendix A, as a reader that is sure of every character would return it. */
const specimenLines = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];

/** A reading of the specimen. Only what the service looks at is filled in. */
export function specimenReading(): Reading {
  const document = parseMrz(specimenLines, { today: '2026-11-23' });
  return { zones: [{ document, lines: specimenLines, score: 100, confidence: 1 }] } as unknown as Reading;
}
