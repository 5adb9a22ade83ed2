import { parseMrz } from '@ocr-web/mrz';
import { expect, it } from 'vitest';
import { readsLikeZone } from './reads-like-zone.ts';

const today = '2026-11-23';
const passport = parseMrz(['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'], { today });
const misread = parseMrz(['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'X898902C31UTO7408120F1204150ZE184226B<<<<<22'], { today });
/** What a receipt was read as: the digit of a driving licence happens to hold. */
const receipt = parseMrz(['D1ZDZ9<9DL<492D<AZ35<405806ER2'], { today });
const oneUnknownLine = parseMrz(['DUMUJS0U0SSIU0UU000D1UJ00SSBH3'], { today });

it.each([
  ['two lines, read well', passport, { meanConfidence: 0.9, confidence: 0.9 }, true],
  ['two lines, hardly read, a digit holds', passport, { meanConfidence: 0.4, confidence: 0.01 }, true],
  ['two lines, hardly read, no digit holds', misread, { meanConfidence: 0.4, confidence: 0.01 }, false],
  ['one line, doubtful, its digit holds', receipt, { meanConfidence: 0.91, confidence: 0.106 }, false],
  ['one line of a known format, read clearly', receipt, { meanConfidence: 1, confidence: 0.9 }, true],
  ['one line of no known format', oneUnknownLine, { meanConfidence: 0.99, confidence: 0.9 }, false],
])('%s', (_what, document, evidence, expected) => {
  expect(readsLikeZone(document, evidence)).toBe(expected);
});
