import type { FlatPage } from '../page/flatten-page.ts';
import { findGlyphs } from './find-glyphs.ts';
import { findInk } from './find-ink.ts';
import { groupGlyphs } from './group-glyphs.ts';
import { measureRow, type TextLine } from './measure-row.ts';

/** A page of a document has fewer; those that are most like lines of values are kept. */
const maxLines = 160;
/**
 * What is narrower than this, in heights of capitals, is one letter: it counts where so much of it
 * is dark.
 */
const oneLetter = 1.3;
const minStrength = 0.25;
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
  const words = faint.filter(isPrint);
  const lines = [...words, ...dark.filter((line) => !words.some((other) => covers(other, line)))];
  const likest = lines.sort((a, b) => likeness(b, page.scale) - likeness(a, page.scale)).slice(0, maxLines);
  return likest.sort((a, b) => a.baseLine - b.baseLine);
}

/** A narrow line is a letter, if it is dark: the texture of a picture gives many that are not. */
function isPrint({ left, right, capTop, baseLine, strength }: TextLine): boolean {
  return right - left >= oneLetter * (baseLine - capTop) || strength >= minStrength;
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
