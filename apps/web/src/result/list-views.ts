import type { Document } from '@ocr-web/api/client';
import type { ReadFile } from '../readers/picture-reader.ts';
import { type JoinedSides, joinSides, listShownSides } from './sides/joined-sides.ts';

/** One thing to look at: a document on its page or its two, or a page that shows none. */
export type View = { readonly page: number; readonly document: Document | null; readonly joined?: JoinedSides };

/**
 * Everything to look at in a file: documents, best first, then pages without one. Two sides of a
 * card are one document.
 *
 * @param joined the sides of a card of which the other one is in another file
 */
export function listViews(file: ReadFile, joined: JoinedSides | undefined): View[] {
  const { documents, pages, sides = [] } = file.result;
  const empty = pages.filter(({ index }) => documents.every(({ page }) => page !== index));
  const single: View[] = [
    ...documents.map((document) => ({ page: document.page, document })),
    ...empty.map(({ index }) => ({ page: index, document: null })),
  ];
  const pairs = [...(joined ? [joined] : []), ...sides.map((one) => joinSides(one, [file]))];
  const views: View[] = [];
  const shown = new Set<JoinedSides>();
  for (const view of single) {
    const pair = pairs.find((one) => isSideOf(view, file, one));
    if (!pair) views.push(view);
    else if (!shown.has(pair)) {
      shown.add(pair);
      const document = listShownSides(pair).find((side) => side.document)?.document ?? null;
      views.push({ page: view.page, document, joined: pair });
    }
  }
  return views;
}

function isSideOf({ page, document }: View, file: ReadFile, joined: JoinedSides): boolean {
  return listShownSides(joined).some((side) => side.file === file && side.page === page && side.document === document);
}
