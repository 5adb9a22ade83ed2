import type { FlatPage } from '../page/flatten-page.ts';
import { findGlyphs } from './find-glyphs.ts';
import { findInk } from './find-ink.ts';
import { groupGlyphs } from './group-glyphs.ts';
import { measureRow, type TextLine } from './measure-row.ts';

/** A page of a document has fewer; the widest are kept. */
const maxLines = 140;

/** The lines of print on a flat page, from top to bottom. Texture gives some that are none. */
export function findTextLines(page: FlatPage): TextLine[] {
  const glyphs = findGlyphs(findInk(page), page.width, page.height);
  const lines = groupGlyphs(glyphs, page.scale).flatMap((row) => measureRow(row, page.scale) ?? []);
  const widest = [...lines].sort((a, b) => b.right - b.left - (a.right - a.left)).slice(0, maxLines);
  return widest.sort((a, b) => a.baseLine - b.baseLine);
}
