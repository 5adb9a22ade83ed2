import type { NumberField, Part } from '../../../../packages/reader/test/structures/structured-file.ts';

/** Takes a file apart so that its parts, one after the other, are the file again. */
export type SplitFile = (bytes: Buffer) => readonly Part[];

export const bigEndian = (at: number, bytes: number): NumberField => ({ at, bytes, isLittleEndian: false });
export const littleEndian = (at: number, bytes: number): NumberField => ({ at, bytes, isLittleEndian: true });

/**
 * Cuts a file at these places; parts between two equal ones are left out. `fieldsOf` knows the
 * numbers of a part.
 */
export function cutAt(
  bytes: Buffer,
  places: readonly number[],
  fieldsOf: (part: Buffer, from: number) => readonly NumberField[],
): readonly Part[] {
  const cuts = [...new Set([0, ...places, bytes.length])].filter((place) => place >= 0 && place <= bytes.length).sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const part = bytes.subarray(from, cuts[index + 1]);
    return { bytes: part, fields: fieldsOf(part, from).filter(({ at, bytes: width }) => at + width <= part.length) };
  });
}

/** Every number of two and of four bytes that may stand in the first bytes of a part. */
export function anyNumbers(length: number, make: (at: number, bytes: number) => NumberField): NumberField[] {
  const within = Math.min(length, 64);
  return Array.from({ length: within }, (_, at) => [make(at, 2), ...(at % 2 === 0 ? [make(at, 4)] : [])]).flat();
}
