import { joinSides } from '@ocr-web/results';
import type { ScannedFile } from './scan-record.ts';

/**
 * Joins a file with the one before it, where they show the two sides of one card: the later one's
 * record says so, as it does of two pages of its own. Only neighbours are looked at, so that any
 * number of files takes no memory.
 */
export function joinWithBefore(before: ScannedFile | undefined, scanned: ScannedFile): ScannedFile {
  if (!scanned.result) return scanned;
  const files = before?.result ? [before, scanned] : [scanned];
  const nameOf = (file: number) => files[file]!.record.file;
  const sides = joinSides(files.flatMap(({ result }) => result ?? []))
    .filter((joined) => joined.sides.some(({ file }) => files[file] === scanned))
    .map((joined) => ({
      ...joined,
      sides: joined.sides.map((side) => ({ ...side, file: nameOf(side.file) })),
      fields: Object.fromEntries(Object.entries(joined.fields).map(([key, field]) => [key, { ...field, file: nameOf(field.file) }])),
    }));
  return { ...scanned, record: { ...scanned.record, sides } };
}
