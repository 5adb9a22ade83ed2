import type { Format } from '@ocr-web/mrz';

/** So many fillers end a name (ICAO Doc 9303-3, 4.6: two separate its parts, one its words). */
const minFillers = 3;

/**
 * Where the fillers begin that a line must have though the picture need not show them: behind three
 * fillers that end a name, nothing but fillers follows up to the end of the line.
 *
 * @param seen whether the picture shows the character in this column
 * @returns a column, or the length of the line where nothing is implied
 */
export function findImpliedTail(format: Format, line: number, text: string, seen: (column: number) => boolean): number {
  const names = format.fields.find((field) => field.line === line && field.kind === 'names' && field.end === text.length);
  if (!names) return text.length;
  let column = Math.max(names.start, text.search(/<*$/));
  let fillers = 0;
  while (column < text.length && fillers < minFillers) fillers = seen(column++) ? fillers + 1 : 0;
  return fillers < minFillers ? text.length : column;
}
