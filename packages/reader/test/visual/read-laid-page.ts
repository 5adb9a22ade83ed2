import { parseMrz } from '@ocr-web/mrz';
import { findFields } from '../../src/visual/fields/find-fields.ts';
import { type LaidLine, layLines } from './lay-lines.ts';

const today = '2026-11-29';

/** Cap height of labels on laid pages, pixels; that of values is what `layLines` takes for all. */
export const small = 6;

/** Lines of the specimen passport of ICAO Doc 9303-4, appendix B. */
export const passport = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];

/** What is found on a page of these lines: the values as they are printed, and the checks. */
export function readLaidPage(zone: readonly string[] | undefined, lines: readonly LaidLine[], zoneConfidence = 1) {
  const document = zone && parseMrz([...zone], { today });
  const { values, checks } = findFields(document, layLines(lines), today, zoneConfidence);
  return { values: Object.fromEntries(Object.entries(values).map(([key, found]) => [key, found?.value])), checks };
}
