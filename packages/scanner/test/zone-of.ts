import { parseMrz } from '@ocr-web/mrz';
import type { ZoneReading } from '@ocr-web/reader';

const corner = { x: 0, y: 0 };

/** A zone as a frame shows it. */
export function zoneOf(lines: readonly string[], score: number): ZoneReading {
  return {
    page: 0,
    quad: [corner, corner, corner, corner],
    lineQuads: [],
    rotation_deg: 0,
    document: parseMrz(lines, { today: '2026-11-29' }),
    lines,
    characters: [],
    repairs: [],
    confidence: score / 100,
    score,
  };
}

/** The specimen of ICAO Doc 9303-4, appendix B, and another one. */
export const passport = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
export const otherPassport = ['P<UTOBERG<<TOMAS<<<<<<<<<<<<<<<<<<<<<<<<<<<<', 'C882104676UTO9108286M2901145K4471<<<<<<<<<68'];
