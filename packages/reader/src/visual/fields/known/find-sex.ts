import { type FoundText, findPattern } from '../../match/find-pattern.ts';
import { sexPattern } from '../../match/sex-pattern.ts';
import type { TextReading } from '../../recognise/text-reading.ts';
import { type FoundValues, medianCap, rowOf } from '../find-by-order.ts';
import { type FoundValue, valueOfFound, valueOfLines } from '../found-value.ts';
import type { FoundLabel } from '../labels/find-labels.ts';
import { valueNearLabel } from '../labels/value-near-label.ts';
import { capHeight, type PageLines } from '../lines/page-lines.ts';

/** A sex is printed on a line of its own, this long at most. */
const maxCharacters = 9;
/** By its place alone it is believed no more than this. */
const mostByPlace = 0.85;
const mostOfTwo = 0.94;
const heights = { least: 0.7, leastOfTwo: 0.6, most: 1.4 };
/** How far below or above the date of birth it may stand, in heights of capitals. */
const maxRows = 14;

/** The line that says the sex which the zone has: near its label, else near the date of birth. */
export function findSex(
  sex: 'M' | 'F' | 'X',
  values: FoundValues,
  labels: readonly FoundLabel[],
  lines: PageLines,
  looks: readonly TextReading[] = [],
): FoundValue | undefined {
  const short = [...lines.free(), ...looks.filter((look) => lines.isFree(look))].filter(({ text }) => text.trim().length <= maxCharacters);
  const found = findPattern(sexPattern(sex), short).filter(isWholeLine);
  const readings = found.map(({ reading }) => reading);
  const inline = lines.free().flatMap((reading) => behindLabel(sex, reading) ?? [])[0];
  if (inline) return inline;
  for (const label of labels) {
    if (label.key !== 'sex') continue;
    const value = valueNearLabel(label, readings, labels);
    const named = found.find(({ reading }) => reading === value);
    if (named) return labelledValue(named);
    const [own] = findPattern(sexPattern(sex), [label.reading]).filter(isLast);
    if (own) return labelledValue(own);
  }
  const cap = medianCap(values);
  const row = rowOf(values.birth_date) ?? rowOf(values.expiry_date) ?? rowOf(values.given_names);
  if (cap === undefined || row === undefined) return undefined;
  const away = ({ reading }: FoundText) => Math.abs(reading.line.baseLine - row) / cap;
  const near = found.filter((one) => {
    const ratio = capHeight(one.reading) / cap;
    const least = one.text.length > 2 ? heights.leastOfTwo : heights.least;
    return one.text.includes(sex) && ratio > least && ratio < heights.most && away(one) < maxRows;
  });
  const best = near.sort(
    (a, b) => b.meanCost + 0.15 * b.text.length - 0.1 * away(b) - (a.meanCost + 0.15 * a.text.length - 0.1 * away(a)),
  )[0];
  const value = best && valueOfFound(best);
  return value && { ...value, confidence: Math.min(mostByPlace, value.confidence) };
}

/** The word of another script may be taken for a Latin one. */
function labelledValue(text: FoundText): FoundValue {
  const found = valueOfFound(text);
  const value = { ...found, value: found.value.replace(/\/ ?\//, '/') };
  return value.value.length === 1 ? value : { ...value, confidence: Math.min(mostOfTwo, value.confidence) };
}

/** Whether nothing stands behind it: `4. Sex M`. */
function isLast({ reading, alignment }: FoundText): boolean {
  const [last] = reading.characters.filter(({ character }) => character !== ' ').slice(-1);
  return last !== undefined && last.from < alignment.to && alignment.from > reading.scores.steps / 3;
}

/** Whether nothing else stands on the line. */
function isWholeLine({ reading, alignment }: FoundText): boolean {
  const beyond = reading.characters.filter(
    ({ character, from, to }) => character !== ' ' && ((from + to) / 2 < alignment.from || (from + to) / 2 > alignment.to),
  );
  return beyond.length === 0;
}

/** `4. Fylo/Sex, M`: the letter at the end of its label's line. */
const inlineLook = /(?:sex|sexe|sexo|sesso|geschlecht)[ ,.:;]+([MFX])$/i;
function behindLabel(sex: string, reading: TextReading): FoundValue | undefined {
  const letter = inlineLook.exec(reading.text.trimEnd())?.[1];
  const last = reading.characters.findLast(({ character }) => character !== ' ');
  if (letter !== sex || !last) return undefined;
  return { value: sex, confidence: Math.min(mostOfTwo, last.confidence), stretches: [{ reading, from: last.from, to: last.to }] };
}

/** Without a zone only a letter that stands alone near the date of birth is taken for the sex. */
const mostWithoutZone = 0.7;
const minClear = 0.9;
export function findLoneSex(values: FoundValues, lines: PageLines): FoundValue | undefined {
  const cap = medianCap(values);
  const row = rowOf(values.birth_date);
  if (cap === undefined || row === undefined) return undefined;
  const alone = lines.free().filter((reading) => {
    const ratio = capHeight(reading) / cap;
    const isNear = Math.abs(reading.line.baseLine - row) < (maxRows / 2) * cap;
    return isNear && ratio > heights.least && ratio < heights.most && reading.confidence >= minClear && /^[MF]$/.test(reading.text.trim());
  });
  const [found] = alone;
  return found && alone.length === 1 ? valueOfLines([found], mostWithoutZone) : undefined;
}
