import type { MrzDocument } from '@ocr-web/mrz';
import type { TextReading } from '../../recognise/text-reading.ts';
import { transliterationsOf } from '../../tables/transliterations.ts';
import { type FoundValue, type Stretch, valueOfFound } from '../found-value.ts';
import { capHeight } from '../lines/page-lines.ts';
import { partReading } from '../lines/part-reading.ts';
import type { Search } from '../search.ts';
import { alignNative } from './align-native.ts';
import { lessSure } from './doubt-known.ts';

/** A name of so few letters is like too many others. */
const minLetters = 3;
/** The recogniser knows none of these letters: what is put in their place is believed no more. */
const mostNative = 0.85;
/** The name in the State's script stands this far above the Latin one, in heights of capitals. */
const above = { nearest: 0.9, farthest: 3.4, indent: 4 };

/**
 * The names in the State's own script, which stand before the Latin ones on their line, or on one
 * above: known from the zone's spelling, and found where letters stand that look like them.
 */
export function findNativeNames(document: MrzDocument, { values, lines, keep }: Search): void {
  const letters = transliterationsOf(document.issuer?.code);
  if (letters.length === 0) return;
  const names = { surname: document.names?.surname, given_names: document.names?.givenNames };
  for (const key of ['surname', 'given_names'] as const) {
    const words = names[key]?.split(' ') ?? [];
    const [latin] = values[key]?.stretches ?? [];
    if (!latin || words.join('').length < minLetters) continue;
    const found = nearby(latin, lines.readings).flatMap((reading) => alignNative(reading, words, letters) ?? []);
    const [best] = found.sort((a, b) => b.meanCost - a.meanCost);
    keep(`${key}_native`, best && lessSure<FoundValue>(valueOfFound(best), mostNative));
  }
}

/** What stands before a stretch on its line, and the lines right above it. */
function nearby({ reading: own, from }: Stretch, readings: readonly TextReading[]): TextReading[] {
  const before = partReading(own, 0, from);
  const left = own.firstStepAt + from * own.pixelsPerStep;
  const cap = capHeight(own);
  const higher = readings.filter(({ line }) => {
    const up = (own.line.baseLine - line.baseLine) / cap;
    return up > above.nearest && up < above.farthest && Math.abs(line.left - left) < above.indent * cap;
  });
  return before ? [before, ...higher] : higher;
}
