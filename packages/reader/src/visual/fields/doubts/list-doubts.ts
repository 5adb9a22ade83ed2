import type { MrzDocument } from '@ocr-web/mrz';
import type { TextLine } from '../../lines/measure-row.ts';
import { alignPattern } from '../../match/align-pattern.ts';
import type { Wanted } from '../../match/bound-pattern.ts';
import { commonCount } from '../../match/common-count.ts';
import { wordPattern } from '../../match/name-pattern.ts';
import { plainCharacters } from '../../match/plain-letter.ts';
import type { TextPattern } from '../../match/text-pattern.ts';
import type { TextReading } from '../../recognise/text-reading.ts';
import { nationalityWords } from '../../tables/nationality-words.ts';
import type { VisualKey } from '../../visual-reading.ts';
import { parseDates } from '../dates/parse-dates.ts';
import type { FoundValue } from '../found-value.ts';
import { saysAlmost } from '../known/find-differing.ts';
import type { KnownText } from '../known/known-texts.ts';
import type { FoundLabel } from '../labels/find-labels.ts';
import { valueNearLabel } from '../labels/value-near-label.ts';
import type { Search } from '../search.ts';
import { placesOfSex } from './places-of-sex.ts';

/**
 * A line is near what is looked for where it has so much of it, and costs no more than this, or has
 * all of it but a few characters, however clearly those are others.
 */
const minCommon = 0.5;
const nearly: Wanted = Object.freeze({ cost: 0, perCharacter: -2.2, worst: Number.NEGATIVE_INFINITY });
/** So many lines for each text, and on a whole page. */
const linesOfText = 2;
const maxLines = 6;
/** A name of which an accent is seen less surely than this may be spelt otherwise. */
const minOfAccents = 0.1;
/** Shorter words are near to too much. */
const minLetters = 4;

/**
 * Where a closer look may show what the zone says and was not found, or found doubtfully: lines
 * that nearly say it, what its label names, the place of a sex below its label; and names whose
 * accents are not sure; and days that may be others than the zone's.
 *
 * @param latest the year before whose end dates lie
 */
export function listDoubts(
  document: MrzDocument,
  known: readonly KnownText[],
  labels: readonly FoundLabel[],
  { values, checks, lines }: Search,
  latest: number,
): TextLine[] {
  const isLabel = new Set(labels.map(({ reading }) => reading));
  const free = lines.free().filter((reading) => !isLabel.has(reading));
  const isMissed = (key: VisualKey) => checks[key] === 'not_found';
  const found: TextLine[] = [];
  // A value that is denied should be looked at before what was missed.
  for (const value of Object.values(values)) if (value.isDoubtful) found.push(...linesOf(value));
  for (const { key } of known) if (isMissed(key) && !key.endsWith('_date')) found.push(...linesOf(values[key]));
  for (const { key, patterns } of known) if (isMissed(key)) found.push(...linesNear(key, patterns, free, labels));
  for (const { key } of known) if (isMissed(key) && key.endsWith('_date')) found.push(...linesOfDates(values[key], free, latest));
  for (const { key, words } of known) if (words.length > 0) found.push(...linesOfUnsure(values[key]));
  if (isMissed('nationality')) found.push(...linesNear('nationality', patternsOf(document.nationality?.code), free, labels));
  if (isMissed('sex')) found.push(...placesOfSex(document.sex ?? '', free, labels, values));
  return [...new Set(found)].slice(0, maxLines);
}

/** Where a day is printed that may be another one than the zone's. */
function linesOfDates(named: FoundValue | undefined, free: readonly TextReading[], latest: number): TextLine[] {
  const dates = parseDates(free, latest).map(({ reading }) => reading.line);
  return [...linesOf(named), ...dates];
}

function linesOf(value: FoundValue | undefined): TextLine[] {
  return value?.stretches.map(({ reading }) => reading.line) ?? [];
}

function linesOfUnsure(name: FoundValue | undefined): TextLine[] {
  return name && name.confidence < minOfAccents ? linesOf(name) : [];
}

function linesNear(
  key: VisualKey,
  patterns: readonly TextPattern[],
  free: readonly TextReading[],
  labels: readonly FoundLabel[],
): TextLine[] {
  const near = patterns.flatMap((pattern) => {
    const expected = plainCharacters(pattern.expected);
    const isAlmostSaid = saysAlmost(pattern);
    return free.flatMap((reading) => {
      if (commonCount(expected, reading.plain) < minCommon * expected.length) return [];
      const alignment = alignPattern(reading.scores, pattern, nearly);
      const meanCost = alignment ? alignment.cost / Math.max(1, alignment.characters.length) : Number.NEGATIVE_INFINITY;
      return isNearly({ meanCost }) || isAlmostSaid(reading) ? { reading, meanCost } : [];
    });
  });
  const likeliest = near.filter(isNearly).sort((a, b) => b.meanCost - a.meanCost);
  const almostSaid = near.filter((one) => !isNearly(one)).slice(0, 1);
  const named = labels.flatMap((label) => (label.key === key ? (label.behind ?? valueNearLabel(label, free, labels) ?? []) : []));
  const lines = [...almostSaid, ...likeliest.slice(0, linesOfText)].map(({ reading }) => reading);
  return [...lines, ...named.slice(0, 1)].map(({ line }) => line);
}

const isNearly = ({ meanCost }: { readonly meanCost: number }) => meanCost >= nearly.perCharacter;

function patternsOf(code = ''): TextPattern[] {
  const words = (nationalityWords[code] ?? '').split(' ').filter((word) => word.length >= minLetters);
  return words.map(wordPattern);
}
