import type { TextReading } from '../../recognise/text-reading.ts';
import { transliterationsOf } from '../../tables/transliterations.ts';
import type { FoundValue } from '../found-value.ts';
import { capHeight, type PageLines } from '../lines/page-lines.ts';
import { partReading } from '../lines/part-reading.ts';
import { alignNative } from './align-native.ts';

const mostNative = 0.85;
/** The Latin line stands this far below the other one, in heights of capitals. */
const below = { nearest: 0.9, farthest: 3.4, indent: 3 };
/** What a place is spelt with, down to the code of a State behind it. */
const latinLook = /^\p{Lu}[\p{L} .-]{2,}$/u;

/**
 * A place of birth in the State's script and in Latin letters: `AOHNA` above `ATHINA` is ΑΘΗΝΑ, and
 * `CO0HR/SOFIA` begins with СОФИЯ. Where the two do not say the same it stays as it was read.
 */
export function writeNativePlace(value: FoundValue, issuer: string | undefined, lines: PageLines): FoundValue {
  const letters = transliterationsOf(issuer);
  const [stretch] = value.stretches;
  if (letters.length === 0 || !stretch || value.stretches.length > 1) return value;
  const own = stretch.reading;
  for (const [native, latin] of [...onLine(own), ...pairsBelow(own, lines.readings)]) {
    const found = alignNative(native, plainWords(latin.text), letters);
    if (!found) continue;
    const isOnLine = native !== own;
    const text = isOnLine ? own.text.replace(native.text, found.text.trim()) : `${found.text.trim()} ${latin.text.trim().toUpperCase()}`;
    const stretches = isOnLine ? value.stretches : [stretch, { reading: latin, from: 0, to: latin.scores.steps }];
    return { value: text.trim(), confidence: Math.min(mostNative, found.confidence * latin.confidence), stretches };
  }
  return value;
}

type Pair = readonly [native: TextReading, latin: TextReading];

/** The two sides of a slash. */
function onLine(reading: TextReading): Pair[] {
  const slash = reading.characters.find(({ character }) => character === '/');
  const native = slash && partReading(reading, 0, slash.from);
  const latin = slash && partReading(reading, slash.to, reading.scores.steps);
  return native && latin && latinLook.test(latin.text) ? [[native, latin]] : [];
}

function pairsBelow(own: TextReading, readings: readonly TextReading[]): Pair[] {
  const cap = capHeight(own);
  const lower = readings.filter(({ line, text }) => {
    const down = (line.baseLine - own.line.baseLine) / cap;
    return (
      down > below.nearest &&
      down < below.farthest &&
      Math.abs(line.left - own.line.left) < below.indent * cap &&
      latinLook.test(text.trim().toUpperCase())
    );
  });
  return lower.map((latin) => [own, latin]);
}

function plainWords(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .split(/[^A-Z]+/)
    .filter((word) => word !== '');
}
