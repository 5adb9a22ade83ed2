import { type FoundText, findPattern } from '../../match/find-pattern.ts';
import { namePattern, wordPattern } from '../../match/name-pattern.ts';
import type { TextReading } from '../../recognise/text-reading.ts';
import { nationalityWords } from '../../tables/nationality-words.ts';
import { type FoundValues, medianCap, rowOf } from '../find-by-order.ts';
import { type FoundValue, valueOfLines } from '../found-value.ts';
import { findLabelled } from '../labels/find-labelled.ts';
import { type FoundLabel, isLikeLabel } from '../labels/find-labels.ts';
import { namedOtherwise } from '../labels/named-otherwise.ts';
import { capHeight, type PageLines, showTheSame } from '../lines/page-lines.ts';
import { partReading } from '../lines/part-reading.ts';
import { mostUnproved, withOwnWords, writeNationality } from './write-nationality.ts';

/** The nationality as printed, and whether it says what the zone's code says. */
export type FoundNationality = { readonly value: FoundValue; readonly agrees: boolean };

/** A word of nationality that nothing else tells must be legible. */
const minOfWord = 0.8;
/** A nationality is printed as high as other values; a country's name on top is larger. */
const heights = { least: 0.72, most: 1.4 };
/** Behind its label it may be as small as that: `Nationalité Française`. */
const leastBehind = 0.5;
/** The heading of a document, and who issued it. */
const nameOfState = /R[EÉ]P[UÚ]B+LI[CKQ]|KINGDOM|DEPARTMENT|MINISTRY|PASSPORT|PASSEPORT|BUNDES|TASAVALTA|UNION/i;
/** Who issued the document is named with the State: `UNITED STATES DEPARTMENT OF STATE`. */
const office = /DEPARTMENT|MINIST|DIRECTORATE|CONSULATE|EMBASSY/i;
/** How far it is from the row of the date of birth, in heights of capitals, at most. */
const maxRows = 14;
/** A line that says the nationality says little else. */
const mostOthers = 0.6;

/** A line with one of the words of the zone's nationality, or what its label names. */
export function findNationality(
  code: string | undefined,
  values: FoundValues,
  labels: readonly FoundLabel[],
  lines: PageLines,
  looks: readonly TextReading[] = [],
): FoundNationality | undefined {
  const labelled = findLabelled('nationality', labels, lines);
  if (code === undefined) return without(labelled, values, labels, lines);
  const isLabel = new Set(labels.map(({ reading }) => reading));
  const seen = [...lines.free(), ...looks.filter((look) => lines.isFree(look))];
  // `CAN` is the code of a state as well as the label of a number.
  const mayBe = (reading: TextReading) => !isLabel.has(reading) || reading.text.trim().replace(beforeCode, '') === code;
  const own = [...seen.filter(mayBe), ...labels.flatMap(({ behind }) => behind ?? [])];
  const free = [...own, ...lines.free().flatMap((reading) => pairAtEnd(reading) ?? [])];
  const words = (nationalityWords[code] ?? '').split(' ').filter((word) => word !== '');
  const all = words.flatMap((word) => findPattern(wordPattern(word), free));
  const found = all.length > 0 || code.length < 3 ? all : findCodes(code, values, free);
  const best = found
    .filter((one) => !office.test(one.reading.text) && stands(one, values, labels) && !isOfPlace(one, found, labelled))
    .sort((a, b) => rate(b, found, values, labelled) - rate(a, found, values, labelled))[0];
  if (!best && words.length === 0) {
    const spelt = findSpelt(code, seen);
    if (spelt) return { value: spelt, agrees: true };
  }
  const isCode = labelled?.value.toUpperCase() === code;
  const isNamedCode = isCode && !isAboveNames(labelled.stretches[0]!.reading, values);
  if (best && !isNamedCode && !(isCode && isAboveNames(best.reading, values)))
    return {
      value: writeNationality(
        best.reading,
        found.filter(({ reading }) => reading === best.reading),
        code,
      ),
      agrees: true,
    };
  return labelled && (isCode || looksOwn(labelled.value))
    ? { value: { ...labelled, confidence: Math.min(labelled.confidence, isCode ? mostUnproved : mostOfOther) }, agrees: isCode }
    : undefined;
}

/** What a label names, where the zone says something else: not a part of another label. */
const mostOfOther = 0.8;
function looksOwn(text: string): boolean {
  return (/^\p{Lu}\p{L}{2}/u.test(text) && !isLikeLabel({ text }) && !office.test(text)) || beforeCode.test(text);
}

/** `3. Nationality ELLINIKI / HELLENIC`: the last words of a line, in two languages. */
const pairLook = /(?<=^\d[.)].*[ ,:])\p{L}{3,} ?\/ ?\p{L}{3,}$/u;
const barePair = /^\p{L}{3,} ?\/ ?\p{L}{3,}$/u;
function pairAtEnd(reading: TextReading): TextReading | undefined {
  const match = pairLook.exec(reading.text.trimEnd());
  return match ? partReading(reading, reading.characters[match.index]!.from, reading.scores.steps) : undefined;
}

/** All words of all nationalities, and codes, where no zone says which one it is. */
const allWords: ReadonlySet<string> = new Set(Object.values(nationalityWords).flatMap((words) => words.split(' ')));
const allCodes: ReadonlySet<string> = new Set(Object.keys(nationalityWords));
const mostByWord = 0.85;

/** What its label names; else the only line of words or codes of nationality. */
function without(
  labelled: FoundValue | undefined,
  values: FoundValues,
  labels: readonly FoundLabel[],
  lines: PageLines,
): FoundNationality | undefined {
  if (labelled && looksOwn(labelled.value)) return { value: withOwnWords(labelled), agrees: false };
  const isOther = namedOtherwise('nationality', values, labels, lines);
  const isLabel = new Set(labels.map(({ reading }) => reading));
  const found = lines.free().filter(({ text, confidence, plain }) => {
    const words = text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toUpperCase()
      .split(/[^A-Z]+/)
      .filter((word) => word !== '');
    return (
      confidence > minOfWord &&
      words.length <= 3 &&
      words.some((word) => allWords.has(word) || (allCodes.has(word) && word.length === 3 && plain.length === 3))
    );
  });
  const own = found.filter((reading) => !isLabel.has(reading) && !isOther(reading) && !nameOfState.test(reading.text));
  const [best, next] = own.sort((a, b) => b.text.length - a.text.length);
  // A code alone may be the issuing State's: it counts where no words stand elsewhere.
  if (!best || (next && best.plain.length === next.plain.length)) return undefined;
  return { value: withOwnWords(valueOfLines([best], Math.min(mostByWord, best.confidence))), agrees: false };
}

/**
 * The issuing State's code stands above the names (ICAO 9303-3, 3.1), that of nationality below.
 */
function findCodes(code: string, values: FoundValues, free: readonly TextReading[]): FoundText[] {
  const lowest = rowOf(values.surname) ?? Number.POSITIVE_INFINITY;
  const short = free.filter(({ text, line }) => text.trim().replace(beforeCode, '').length === 3 && line.baseLine > lowest);
  return findPattern(namePattern([code]), short);
}

/** `T.C./TUR`: behind the State's own word or letters. */
const beforeCode = /^[\p{L}.]{2,10} ?\/ ?(?=\p{Lu}{3}$)/u;

/** Of a state whose words are not known: the only word that goes on where its code ends. */
function findSpelt(code: string, free: readonly TextReading[]): FoundValue | undefined {
  const spelt = free.filter(({ text, confidence }) => {
    const word = text.trim().toUpperCase();
    return confidence >= minOfSpelt && /^\p{L}{5,}$/u.test(word) && word.startsWith(code);
  });
  return spelt.length === 1 ? valueOfLines([spelt[0]!], Math.min(mostByWord, spelt[0]!.confidence)) : undefined;
}
const minOfSpelt = 0.9;

/** Above the names stands the name of the state, and larger. */
function stands({ reading }: FoundText, values: FoundValues, labels: readonly FoundLabel[]): boolean {
  const cap = medianCap(values);
  const names = rowOf(values.given_names) ?? rowOf(values.surname);
  const isBelow = names !== undefined && reading.line.capTop > names;
  const ratio = cap === undefined ? 1 : capHeight(reading) / cap;
  const isBehind = labels.some(({ key, behind }) => key === 'nationality' && behind !== undefined && showTheSame(behind, reading));
  const least = isBehind ? leastBehind : heights.least;
  return ratio >= least && ratio <= heights.most && (isBelow || !nameOfState.test(reading.text));
}

/** `ZAJEČAR, REPUBLIKA SRBIJA`: a country's name in a longer text, which no label names. */
function isOfPlace({ reading }: FoundText, found: readonly FoundText[], labelled: FoundValue | undefined): boolean {
  const own = found.filter((other) => other.reading === reading);
  const isLabelled = labelled?.stretches.some((stretch) => stretch.reading === reading) === true;
  return !isLabelled && shareOfOthers(reading, own) > mostOthers;
}

const ofCode = 0.5;

function isAboveNames({ line }: TextReading, values: FoundValues): boolean {
  const names = rowOf(values.surname) ?? rowOf(values.given_names);
  return names !== undefined && line.baseLine < names;
}

function rate(
  { reading, meanCost }: FoundText,
  found: readonly FoundText[],
  values: FoundValues,
  labelled: FoundValue | undefined,
): number {
  const cap = medianCap(values) ?? capHeight(reading);
  const row = rowOf(values.birth_date) ?? rowOf(values.given_names);
  const away = row === undefined ? 0 : Math.min(maxRows, Math.abs(reading.line.baseLine - row) / cap);
  const isLabelled = labelled?.stretches.some((stretch) => stretch.reading === reading) === true;
  // In two languages it is the nationality; the country's name is in one, and beside a place's.
  const own = found.filter((other) => other.reading === reading);
  const name = nameOfState.test(reading.text) ? 0.8 : 0;
  const longest = Math.max(...own.map(({ text }) => text.length));
  // Where words stand elsewhere, a code alone is the issuing State's.
  const letters = 0.03 * longest - (longest === 3 ? ofCode : 0);
  const size = Math.abs(Math.log(capHeight(reading) / cap));
  const look = 0.2 * reading.confidence;
  return (
    meanCost + look + 0.6 * own.length + letters + (isLabelled ? 1.5 : 0) - 0.12 * away - size - name - 2 * shareOfOthers(reading, own)
  );
}

/** How much of a line's letters are no words of the nationality, 0 to 1. */
function shareOfOthers({ plain, text }: TextReading, own: readonly FoundText[]): number {
  // Of two words one is known: the other one is the same in the State's own language.
  if (own.length > 0 && barePair.test(text.trim())) return 0;
  const longest = new Set(own.map(({ text }) => text));
  const known = [...longest].filter((text) => ![...longest].some((other) => other !== text && other.includes(text)));
  return Math.max(0, 1 - known.reduce((sum, text) => sum + text.length, 0) / Math.max(1, plain.length));
}
