import type { Document, ScanResult } from '@ocr-web/api/client';
import type { ReadFile } from '../../readers/picture-reader.ts';

export type Sides = NonNullable<ScanResult['sides']>[number];

/** Two sides of one document, in the order of their files and pages. */
export type JoinedSides = {
  readonly sides: Sides;
  /** What `sides[].file` counts. */
  readonly files: readonly ReadFile[];
};

/** One side: the page of a file that shows it, and the document that it has the zone of. */
export type ShownSide = { readonly file: ReadFile; readonly page: number; readonly document: Document | null };

export function joinSides(sides: Sides, files: readonly ReadFile[]): JoinedSides {
  const inOrder = sides.sides.toSorted((one, other) => one.file - other.file || one.page - other.page);
  return { sides: { ...sides, sides: inOrder }, files };
}

/** Both sides, the first of them in the file that was opened. */
export function listShownSides({ sides, files }: JoinedSides): ShownSide[] {
  return sides.sides.flatMap(({ file: index, page, document }) => {
    const file = files[index];
    return file ? [{ file, page, document: file.result.documents.find((one) => one.index === document) ?? null }] : [];
  });
}
