import type { FlatPage } from '../page/flatten-page.ts';
import { findGlyphs } from './find-glyphs.ts';
import { findInk } from './find-ink.ts';
import { groupGlyphs } from './group-glyphs.ts';
import { measureRow, type TextLine } from './measure-row.ts';

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
/** Two lines are the same when they have this share of the narrower one's length and height. */
const minCommon = 0.6;
/** A line of darker ink that is so much longer than those in its place is one of its own. */
const minGain = 1.12;

/**
 * The lines of print on a flat page, from top to bottom. Texture gives some that are none. Ink that
 * guilloche runs into is found once more by its darkness.
 */
export function findTextLines(page: FlatPage): TextLine[] {
  const ink = findInk(page);
  const [faint, dark] = [1, 2].map((darkness) => linesOf(ink, page, darkness)) as [TextLine[], TextLine[]];
  const lines = [...faint, ...dark.filter((line) => !faint.some((other) => covers(other, line)))];
  const words = lines.filter((line) => !isOneLetter(line)).sort((a, b) => likeness(b, page.scale) - likeness(a, page.scale));
  const isStable = (line: TextLine) => dark.some((other) => other !== line && covers(line, other) && covers(other, line));
  const letters = lines
    .filter((line) => isOneLetter(line) && isLetterHigh(line, page.scale))
    .map((line) => ({ line, rate: (isStable(line) ? 1 : 0) + line.strength }))
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

function linesOf(ink: Uint8Array, { width, height, scale }: FlatPage, darkness: number): TextLine[] {
  return groupGlyphs(findGlyphs(ink, width, height, darkness), scale).flatMap((row) => measureRow(row, scale) ?? []);
}

/** Whether a line of faint ink says what one of darker ink does, as far as that can be told. */
function covers(faint: TextLine, dark: TextLine): boolean {
  const across = Math.min(faint.right, dark.right) - Math.max(faint.left, dark.left);
  const down = Math.min(faint.baseLine, dark.baseLine) - Math.max(faint.capTop, dark.capTop);
  const [high, low] = [faint.baseLine - faint.capTop, dark.baseLine - dark.capTop];
  if (across < minCommon * Math.min(faint.right - faint.left, dark.right - dark.left) || down < minCommon * Math.max(high, low))
    return false;
  return dark.right - dark.left < minGain * (faint.right - faint.left);
}
