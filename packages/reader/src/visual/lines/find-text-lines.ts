import { freeMemory } from '../../image/plane.ts';
import type { FlatPage } from '../page/flatten-page.ts';
import { chooseLines } from './choose-lines.ts';
import { findGlyphs } from './find-glyphs.ts';
import { findInk, inkShades } from './find-ink.ts';
import { findRuns } from './find-runs.ts';
import { groupGlyphs, largestGlyph } from './group-glyphs.ts';
import { type MeasuredLine, measureRow, type TextLine } from './measure-row.ts';

/** A page of a document has fewer; those that are most like lines of values are kept. */
const maxLines = 140;
/**
 * A sex, a type: so many letters alone, narrower than this in heights of capitals. Print has one
 * outline at both thresholds, texture has not.
 */
const maxLetters = 40;
const oneLetter = 1.3;
/** Millimetres: letters of a value that stand alone. */
const letterHeight = { least: 1.3, most: 3.8 };

/**
 * Texture: too little of it, by width, stands in order as letters of a line do, and more must where
 * there are few.
 */
const minOrder = 0.5;
const few = { letters: 2, minOrder: 0.75 };
/** A letter in another shade has this share of its width and height at least. */
const minCommon = 0.6;

/**
 * The lines of print on a flat page, from top to bottom. Texture gives some that are none. Ink is
 * looked at in several shades, from all of it to the darkest: in one of them letters stand free of
 * what is printed under them.
 */
export function findTextLines(page: FlatPage): MeasuredLine[] {
  const ink = findInk(page);
  const shades: MeasuredLine[][] = [];
  for (let darkness = 1; darkness <= inkShades; darkness++) shades.push(linesOf(ink, darkness, page));
  freeMemory(ink);
  const lines = chooseLines(shades.flat());
  const words = lines.filter((line) => !isOneLetter(line)).sort((a, b) => likeness(b, page.scale) - likeness(a, page.scale));
  const isStable = (line: TextLine) => shades.filter((shade) => shade.some((other) => isSameLetter(line, other))).length;
  const letters = lines
    .filter((line) => isOneLetter(line) && isLetterHigh(line, page.scale))
    .map((line) => ({ line, rate: isStable(line) + line.strength }))
    .sort((a, b) => b.rate - a.rate)
    .map(({ line }) => line);
  return [...words.slice(0, maxLines), ...letters.slice(0, maxLetters)].sort((a, b) => a.baseLine - b.baseLine);
}

function isOneLetter({ left, right, capTop, baseLine }: TextLine): boolean {
  return right - left < oneLetter * (baseLine - capTop);
}

function isLetterHigh({ capTop, baseLine }: TextLine, scale: number): boolean {
  const height = (baseLine - capTop) / scale;
  return height >= letterHeight.least && height <= letterHeight.most;
}

/** Values are dark, a few letters long, and 1.5 to 3.5 millimetres high. */
function likeness({ left, right, capTop, baseLine, strength }: TextLine, scale: number): number {
  const cap = baseLine - capTop;
  return 3 * strength + 0.5 * Math.min(4, (right - left) / cap) - (cap < 1.2 * scale ? 0.7 : 0) - (cap > 3.5 * scale ? 1 : 0);
}

function linesOf(ink: Uint8Array, darkness: number, { width, height, scale }: FlatPage): MeasuredLine[] {
  const largest = { width: largestGlyph.width * scale, height: largestGlyph.height * scale };
  const runs = findRuns(ink, width, height, darkness);
  return groupGlyphs(findGlyphs(runs, darkness, ink, width, largest), scale)
    .flatMap((row) => measureRow(row, scale) ?? [])
    .filter(({ letters, order }) => order >= (letters.length <= few.letters ? few.minOrder : minOrder));
}

/** Whether two letters stand in one place and are equally high. */
function isSameLetter(a: TextLine, b: TextLine): boolean {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  if (across < minCommon * Math.max(a.right - a.left, b.right - b.left)) return false;
  const down = Math.min(a.baseLine, b.baseLine) - Math.max(a.capTop, b.capTop);
  return down >= minCommon * Math.max(a.baseLine - a.capTop, b.baseLine - b.capTop);
}
