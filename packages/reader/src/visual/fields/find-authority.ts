import type { TextReading } from '../recognise/text-reading.ts';
import { findByOrder, medianCap } from './find-by-order.ts';
import { type FoundValue, valueOfLines } from './found-value.ts';
import { findLabelled } from './labels/find-labelled.ts';
import { type FoundLabel, isOfLabel } from './labels/find-labels.ts';
import { goOn } from './lines/go-on.ts';
import { isPlausible } from './lines/is-plausible.ts';
import { capHeight, showTheSame } from './lines/page-lines.ts';
import { partReading } from './lines/part-reading.ts';
import { namesAuthority } from './names-authority.ts';
import { findPhrases } from './phrases/find-phrases.ts';
import { type KnownPhrase, phrasesOf } from './phrases/known-phrases.ts';
import type { Search } from './search.ts';

/** A text beside a label of authorities that is seen less surely may be another value. */
const minNamed = 0.7;
/** Where no label tells an authority, a known one is believed no more than this. */
const mostByPhrase = 0.85;
const mostLines = 3;
/**
 * A known phrase has so many letters; where it is less of its line than this, other values stand
 * there.
 */
const minShare = 0.5;
const minLetters = 5;
/** What is set higher than values is a heading. */
const maxHeight = 1.45;
const minConfidence = 0.4;
const minOfNext = 0.6;
const longWord = 12;
/** What was taken for a label is an office where a phrase of so many letters says so. */
const longPhrase = 12;
/** From one line of an office to the next, in heights of capitals. */
const leading = { least: 0.7, most: 2.4 };

/**
 * The authority that a label names, or, where the label hardly does, what stands in its place and
 * names one, or a known office of the state anywhere.
 */
export function findAuthority(issuer: string | undefined, search: Search, labels: readonly FoundLabel[]): FoundValue | undefined {
  const { values, lines } = search;
  const labelled = findLabelled('authority', labels, lines);
  const isSure = labelled !== undefined && (labelled.confidence >= minNamed || namesAuthority(labelled.value));
  if (isSure) return labelled;
  const known = findKnownOffice(issuer, search, labels);
  if (known) return known;
  const byOrder = labelled && findByOrder('authority', values, labels, lines);
  return byOrder && namesAuthority(byOrder.value) ? byOrder : labelled;
}

/**
 * A line of a known office, or the part of one; the share that the office's letters are of the
 * line's.
 */
type OfficeLine = { readonly reading: TextReading; readonly share: number };

/** The lines of an office of the state that is known by its name. */
function findKnownOffice(
  issuer: string | undefined,
  { values, lines, joined }: Search,
  labels: readonly FoundLabel[],
): FoundValue | undefined {
  const highest = maxHeight * (medianCap(values) ?? Number.POSITIVE_INFINITY);
  const all = [...lines.free(), ...joined.filter((pair) => lines.isFree(pair))];
  const free = all.filter((reading) => reading.confidence >= minConfidence && capHeight(reading) < highest);
  const phrases = phrasesOf(issuer).filter(({ isOwn, letters, text }) => isOwn && letters.length >= minLetters && isTelling(text));
  const long = phrases.filter(({ letters }) => letters.length >= longPhrase);
  const offices = free
    .flatMap((reading) => officeOn(reading, isOfLabel(reading, labels) ? long : phrases) ?? [])
    .sort((a, b) => rate(b) - rate(a));
  const [best] = offices;
  if (!best) return undefined;
  const own = gather(best, offices);
  const onward = free.filter((reading) => !isOfLabel(reading, labels) && reading.confidence >= minOfNext && isPlausible(reading));
  const found = best.share >= minShare ? [...own.slice(0, -1), ...goOn(own.at(-1)!, onward, mostLines, labels)] : [best.reading];
  const sure = found.reduce((product, { characters }) => product * characters.reduce((part, { confidence }) => part * confidence, 1), 1);
  return valueOfLines(found, Math.min(mostByPhrase, sure));
}

/** A word alone may stand anywhere. */
function isTelling(text: string): boolean {
  return /[ ./,]/.test(text) || text.length >= longWord;
}

function rate({ reading, share }: OfficeLine): number {
  return Math.min(1, share) * reading.confidence;
}

/** The lines of one office, from top to bottom: each right below or above another. */
function gather(best: OfficeLine, offices: readonly OfficeLine[]): TextReading[] {
  const all = [best.reading];
  for (const { reading } of offices)
    if (!all.some((other) => showTheSame(other, reading)) && all.some((other) => isNext(other, reading))) all.push(reading);
  return all.sort((a, b) => a.line.baseLine - b.line.baseLine).slice(0, mostLines);
}

function isNext(a: TextReading, b: TextReading): boolean {
  const down = Math.abs(a.line.baseLine - b.line.baseLine) / capHeight(a);
  return down > leading.least && down < leading.most && a.line.left < b.line.right && b.line.left < a.line.right;
}

function officeOn(reading: TextReading, phrases: readonly KnownPhrase[]): OfficeLine | undefined {
  const [longest] = findPhrases(reading, phrases).sort((a, b) => b.phrase.letters.length - a.phrase.letters.length);
  if (!longest) return undefined;
  const share = longest.phrase.letters.length / reading.plain.length;
  const { from, to } = longest.found.alignment;
  const part = share >= minShare ? reading : partReading(reading, from, to);
  return part && { reading: part, share };
}
