import type { TextReading } from '../../recognise/text-reading.ts';
import type { VisualKey } from '../../visual-reading.ts';
import { type FoundValue, valueOfLines } from '../found-value.ts';
import { goOn } from '../lines/go-on.ts';
import { isPlausible, isPlausibleNumber } from '../lines/is-plausible.ts';
import { capHeight, type PageLines, wholeOf } from '../lines/page-lines.ts';
import { withNeighbours } from '../lines/with-neighbours.ts';
import { isCode, looksNamed, namesAuthority } from '../names-authority.ts';
import { type FoundLabel, isLikeLabel, isOfLabel } from './find-labels.ts';
import { valueNearLabel } from './value-near-label.ts';

/** What a value of each kind looks like; anything else is none. */
const looks: Readonly<Partial<Record<VisualKey, RegExp>>> = Object.freeze({
  nationality: /^\p{L}[\p{L} /().'-]{2,}$/u,
  place_of_birth: /^[\p{L}\d][\p{L}\d /().,'-]{2,}$/u,
  authority: /^[\p{L}\d][\p{L}\d /().,'&-]{1,}$/u,
  address: /[\p{L}\d]{3}/u,
  birth_name: /^\p{L}[\p{L} '-]{2,}$/u,
  height: /^\d([.,]\d\d|\d\d)( ?(cm|m|CM|M))?\.?$/u,
  personal_number: /^[\dA-Z][\dA-Z ./-]{5,}$/u,
  document_number: /^[\dA-Z][\dA-Z ./-]{4,}$/u,
  support_number: /^[A-Z]{1,3}\d{6,8}$/u,
  card_access_number: /^\d{6}$/u,
  eye_colour: /^\p{L}{3,}[\p{L}/ ]*$/u,
  parents: /^\p{L}[\p{L} /,.'*-]{2,}$/u,
  remarks: /\p{L}{2}/u,
  visa_type: /^\p{Lu}[\p{L}\d /-]*$/u,
  entries: /^([M1-9]|MULT\p{L}*|0[1-9]|ONE|TWO|SINGLE|DOUBLE)\.?$/iu,
  duration: /^\d{1,3}( \p{L}.*)?$/u,
  surname: /^\p{L}[\p{L} ,.'-]+$/u,
  sex: /^(\p{Lu}{1,3}( ?[/-] ?[MFX])?|FEMALE|MALE|MUJER|HOMBRE|FEM[EI]NINO|MASCULINO|F[EÉ]MININ|MASCULIN)$/iu,
  given_names: /^\p{L}[\p{L} ,.'-]+$/u,
});
/** Numbers have digits, most of them: words in capitals are none. */
const numbers: ReadonlySet<VisualKey> = new Set(['personal_number', 'document_number', 'support_number']);
const minDigits = 4;
/** A day is no number. */
const dateLook = /^(\d{1,2}([ ./-])\d{1,2}\2(\d{2}|\d{4})|\d{4}([ ./-])\d{2}\4\d{2})\.?$/;
/** Some are words of letters and digits, with few of these. */
const mixed = /^(?=(?:.*\d){2})[A-Z\d]{8,10}$/;

/** Values that may have a dash, or a wide gap, between their words. */
const ofWords: ReadonlySet<VisualKey> = new Set(['authority', 'place_of_birth']);
/** Values that go on on the lines below, and on how many at most. */
const mostLines: Readonly<Partial<Record<VisualKey, number>>> = Object.freeze({
  address: 4,
  authority: 3,
  place_of_birth: 2,
  parents: 4,
  remarks: 3,
});
/** Lines on one row differ by less than this, in heights of capitals. */
const sameRow = 0.6;
/** A line is believed less than its characters: it may be the wrong one. */
const mostUnproved = 0.94;
const minConfidence = 0.35;
/** A letter alone is easily seen where there is none. */
const minOfLetter = 0.7;
/** What stands behind a label on its line is the value where it is seen this clearly. */
const minBehind = 0.75;
/** The rest of a line whose value is known: `10. Height`. */
const isNumberedLabel = /^\d{1,2}[.)] \p{L}/u;
/** So is a line that a value goes on on. */
const minOfNext = 0.6;

/**
 * The value that stands near a label of a kind; undefined where there is no such label, or none
 * legible.
 */
export function findLabelled(key: VisualKey, labels: readonly FoundLabel[], lines: PageLines): FoundValue | undefined {
  // Parents have the bearer's surname, on lines that it may have been found on.
  const candidates = (key === 'parents' ? lines.readings : lines.free()).filter(
    (reading) =>
      reading.confidence >= (key === 'sex' ? minOfLetter : minConfidence) &&
      looksLike(key, reading.text.trim()) &&
      !isOfLabel(reading, labels),
  );
  for (const label of labels.filter((one) => one.key === key).sort((a, b) => rateLabel(b) - rateLabel(a))) {
    const near =
      valueBehind(key, label) ??
      valueNearLabel(label, key === 'address' ? candidates : candidates.filter(numbers.has(key) ? isPlausibleNumber : isPlausible), labels);
    if (!near) continue;
    const onward = candidates.filter(key === 'address' ? addressGoesOn : goesOn);
    const first = wholeOf(near, onward);
    const lower = key === 'visa_type' ? underLabel(label, first, onward) : goOn(first, onward, mostLines[key] ?? 1, labels);
    const all = ofWords.has(key) ? lower.flatMap((line) => withNeighbours(line, onward, labels, key)) : lower;
    const sure = all.reduce((product, { characters }) => product * characters.reduce((sum, character) => sum * character.confidence, 1), 1);
    const value = valueOfLines(all, Math.min(mostUnproved, sure * (0.6 + 0.4 * label.likeness)));
    return key === 'document_number' ? { ...value, value: withZeros(value.value) } : value;
  }
  return undefined;
}

/** Where a document says who issued it, and where besides, the former is its authority. */
const placeOfIssue = /place of issu|issu\w+ place|lieu d|luogo d|lugar d|local d|ausstellungsort/i;
const lessOfPlace = 0.2;

function rateLabel({ key, likeness, reading }: FoundLabel): number {
  return likeness - (key === 'authority' && placeOfIssue.test(reading.text) ? lessOfPlace : 0);
}

/** `R  C1/D`: type and class of a visa, far from each other under one label. */
function underLabel({ reading: label }: FoundLabel, first: TextReading, candidates: readonly TextReading[]): TextReading[] {
  const cap = capHeight(first);
  const others = candidates.filter(
    ({ line }) =>
      Math.abs(line.baseLine - first.line.baseLine) < sameRow * cap && line.left > first.line.right && line.left < label.line.right,
  );
  return [first, ...others.sort((a, b) => a.line.left - b.line.left)];
}

/** `ZOOO1234`: behind the letters of a series no O stands. */
function withZeros(text: string): string {
  return text.replace(/^([A-NP-Z]{1,2})([O\d]{6,8})$/, (_, series: string, number: string) => series + number.replace(/O/g, '0'));
}

/** Whether a text may be a value of a kind at all. */
export function looksLike(key: VisualKey, printed: string): boolean {
  const text = key === 'document_number' ? withZeros(printed) : printed;
  if (key === 'place_of_birth' && namesAuthority(text)) return false;
  if (isCode(text) && (key === 'place_of_birth' || key === 'authority')) return false;
  if (key === 'authority' && !looksNamed(text)) return false;
  if (numbers.has(key) && dateLook.test(text)) return false;
  if (numbers.has(key) && !mixed.test(text) && (text.match(/\d/g)?.length ?? 0) < minDigits) return false;
  return looks[key]?.test(text) ?? true;
}

/** Texture below a value is no line of it. */
function goesOn(reading: TextReading): boolean {
  return isPlausible(reading) && addressGoesOn(reading);
}

/** Lines of an address have numbers within words: `bl3sc1`. */
function addressGoesOn(reading: TextReading): boolean {
  return reading.confidence >= minOfNext && isPlausibleNumber(reading) && !isNumberedLabel.test(reading.text) && !isLikeLabel(reading);
}

/** `Height 1.82`: on the line of its label. */
function valueBehind(key: VisualKey, { behind }: FoundLabel): TextReading | undefined {
  const isValue = behind && behind.confidence >= minBehind && looksLike(key, behind.text.trim()) && isPlausible(behind);
  return isValue ? behind : undefined;
}
