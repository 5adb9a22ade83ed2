import { parseMrz } from '@ocr-web/mrz';
import type { Reading } from '@ocr-web/reader';

/**
 * The specimen of ICAO Doc 9303-4, appendix A, as a reader that is sure of every character would
 * return it.
 */
const specimenLines = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];

const lineQuad = (y: number) =>
  [
    { x: 100, y },
    { x: 980, y },
    { x: 980, y: y + 30 },
    { x: 100, y: y + 30 },
  ] as const;

/** A reading of the specimen, or of other lines of a passport, on the only page of a picture. */
export function specimenReading(lines: readonly string[] = specimenLines): Reading {
  const characters = lines.map((line) => [...line].map((character) => ({ character, confidence: 1, alternatives: [] })));
  return {
    mediaType: 'image/jpeg',
    pages: [{ width: 1080, height: 760 }],
    zones: [
      {
        document: parseMrz(lines, { today: '2026-11-23' }),
        lines,
        characters,
        repairs: [],
        confidence: 1,
        score: 100,
        page: 0,
        quad: [
          { x: 100, y: 600 },
          { x: 980, y: 600 },
          { x: 980, y: 680 },
          { x: 100, y: 680 },
        ],
        lineQuads: [lineQuad(600), lineQuad(650)],
        rotation_deg: 0,
      },
    ],
    hints: [],
    timing: { total_ms: 6, decode_ms: 1, detect_ms: 1, rectify_ms: 1, recognise_ms: 1, interpret_ms: 1 },
  };
}
