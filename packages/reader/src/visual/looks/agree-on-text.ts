import type { TextLine } from '../lines/measure-row.ts';
import { minSpace, partWords } from '../recognise/part-words.ts';
import { type TextReading, textOf } from '../recognise/text-reading.ts';
import { costOfText } from './cost-of-text.ts';

/** How high lines are cut, and how much lower, in heights of their capitals as measured. */
const cuts = [
  { height: 1.1, lower: 0 },
  { height: 0.9, lower: 0 },
  { height: 1, lower: -0.1 },
  { height: 1, lower: 0.1 },
];
/** What some looks show and others do not is believed by half. */
const evenOdds = 0.5;
/** A look whose text is taken is hardly less legible than the most legible one. */
const mostLost = 0.12;
/** What a look finds less probable than this it says nothing more about, as natural logarithm. */
const leastCost = -30;

/**
 * The same line, cut a little otherwise: accents and guilloche mislead the measure of its height.
 */
export function otherCuts(line: TextLine): TextLine[] {
  const cap = line.baseLine - line.capTop;
  return cuts.map(({ height, lower }) => {
    const baseLine = line.baseLine + lower * cap;
    return { ...line, baseLine, capTop: baseLine - height * cap };
  });
}

/**
 * Of several looks at one line the one whose text all of them together find most probable; each
 * counts as much as the square of its confidence, so that a bad cut does not outvote a good one. It
 * keeps its place as it was measured at first.
 *
 * @param looks at one line, as it was measured first
 */
export function agreeOnText([first, ...others]: readonly [TextReading, ...TextReading[]]): TextReading {
  const looks = [first, ...others].map(partWords).filter(({ text }) => text.trim() !== '');
  const least = Math.max(...looks.map(({ confidence }) => confidence)) - mostLost;
  const legible = looks.filter(({ confidence }) => confidence >= least);
  const rates = new Map([...new Set(legible.map(({ text }) => text.trim()))].map((text) => [text, rate(text, looks)]));
  const best = legible.sort((a, b) => rates.get(b.text.trim())! - rates.get(a.text.trim())! || b.confidence - a.confidence)[0];
  const parted = best && withBlanksOf(best, looks);
  return parted && parted.text.trim() !== first.text.trim() ? { ...parted, line: first.line } : first;
}

/** A line with the blanks that other looks show between the same letters. */
function withBlanksOf(reading: TextReading, looks: readonly TextReading[]): TextReading {
  let whole = reading;
  let most = rate(whole.text.trim(), looks);
  const places = new Set(looks.filter(({ plain }) => plain === reading.plain).flatMap(blanksOf));
  for (const letters of places) {
    const parted = withBlank(whole, letters);
    if (parted === whole) continue;
    const rated = rate(parted.text.trim(), looks);
    if (rated > most) [whole, most] = [parted, rated];
  }
  return whole;
}

const letter = /[\p{L}\p{N}]/u;

/** Behind how many letters each of a line's blanks stands. */
function blanksOf({ characters }: TextReading): number[] {
  return characters.flatMap(({ character }, index) =>
    character === ' ' ? characters.slice(0, index).filter((before) => letter.test(before.character)).length : [],
  );
}

/** A line with a blank behind so many letters; the line itself where something stands there. */
function withBlank(reading: TextReading, letters: number): TextReading {
  let seen = 0;
  const at = reading.characters.findIndex(({ character }) => letter.test(character) && ++seen === letters);
  const [before, behind] = [reading.characters[at], reading.characters[at + 1]];
  if (!before || !behind || !letter.test(behind.character)) return reading;
  const blank = { character: ' ', confidence: evenOdds, from: before.to, to: behind.from };
  const characters = [...reading.characters.slice(0, at + 1), blank, ...reading.characters.slice(at + 1)];
  return { ...reading, characters, text: textOf(characters) };
}

/** Blanks are easily missed: each is as probable as where `partWords` writes one. */
function rate(text: string, looks: readonly TextReading[]): number {
  const blanks = text.match(/ /g)?.length ?? 0;
  return looks.reduce(
    (sum, { confidence, scores }) => sum + confidence ** 2 * Math.max(leastCost, costOfText(text, scores) - minSpace * blanks),
    0,
  );
}
