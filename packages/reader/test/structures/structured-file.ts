import type { Random } from './random.ts';

/** A number in a part that says how long, how many or where something is. */
export type NumberField = { readonly at: number; readonly bytes: number; readonly isLittleEndian: boolean };

/** A box, chunk, segment or directory. */
export type Part = { readonly bytes: Buffer; readonly fields: readonly NumberField[] };

/** Draws a valid file of one kind, part by part. */
export type StructureGenerator = (random: Random) => readonly Part[];

/** A part from texts, bytes and numbers, each number with its width in bits. */
export function buildPart(
  byteOrder: 'big-endian' | 'little-endian',
  ...tokens: readonly (string | Buffer | readonly [bits: 8 | 16 | 24 | 32 | 64, value: number])[]
): Part {
  const isLittleEndian = byteOrder === 'little-endian';
  const fields: NumberField[] = [];
  let at = 0;
  const pieces = tokens.map((token) => {
    const field = Array.isArray(token) ? { at, bytes: token[0] / 8, isLittleEndian } : undefined;
    if (field) fields.push(field);
    const piece = field ? encodeNumber(BigInt(token[1] as number), field) : Buffer.from(token as string, 'latin1');
    at += piece.length;
    return piece;
  });
  return { bytes: Buffer.concat(pieces), fields };
}

/**
 * The part with another number in one of its fields; of a number that is too large the low bytes.
 */
export function replaceNumber(part: Part, field: NumberField, value: bigint): Part {
  const bytes = Buffer.from(part.bytes);
  encodeNumber(value, field).copy(bytes, field.at);
  return { ...part, bytes };
}

export function assembleFile(parts: readonly Part[]): Buffer {
  return Buffer.concat(parts.map(({ bytes }) => bytes));
}

function encodeNumber(value: bigint, { bytes, isLittleEndian }: Pick<NumberField, 'bytes' | 'isLittleEndian'>): Buffer {
  const encoded = Buffer.alloc(8);
  encoded.writeBigUInt64LE(BigInt.asUintN(64, value));
  const low = encoded.subarray(0, bytes);
  return isLittleEndian ? low : low.reverse();
}
