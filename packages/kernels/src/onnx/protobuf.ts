/** A field of a protocol buffer: a number of its own, or bytes that mean what the schema says. */
export type Field = { readonly field: number; readonly value: number | Uint8Array };

/**
 * Lists the fields of a message in the order in which they are stored.
 *
 * @throws RangeError when it is cut off or has a group, which nobody writes any more
 */
function* readFields(message: Uint8Array): Generator<Field> {
  const view = new DataView(message.buffer, message.byteOffset, message.byteLength);
  let at = 0;
  const take = (bytes: number) => {
    at += bytes;
    if (at > message.length) throw new RangeError('A protocol buffer ends in the middle of a field.');
    return at - bytes;
  };
  const varint = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = view.getUint8(take(1));
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return Number(BigInt.asIntN(64, value));
    }
  };
  while (at < message.length) {
    const key = varint();
    const field = Math.floor(key / 8);
    if (key % 8 === 0) yield { field, value: varint() };
    else if (key % 8 === 1) yield { field, value: view.getFloat64(take(8), true) };
    else if (key % 8 === 5) yield { field, value: view.getFloat32(take(4), true) };
    else if (key % 8 === 2) {
      const length = varint();
      yield { field, value: message.subarray(take(length), at) };
    } else throw new RangeError(`A protocol buffer has a field of wire type ${key % 8}.`);
  }
}

/** Numbers that may be stored one by one or packed, of all fields with this number. */
export function readVarints(message: Uint8Array, number: number): number[] {
  return fieldsOf(message, number).flatMap((value) => (typeof value === 'number' ? [value] : unpack(value)));
}

/** The values of all fields with a number. */
export function fieldsOf(message: Uint8Array, number: number): (number | Uint8Array)[] {
  return [...readFields(message)].filter(({ field }) => field === number).map(({ value }) => value);
}

/** Submessages, strings or bytes of all fields with a number. */
export function blocksOf(message: Uint8Array, number: number): Uint8Array[] {
  return fieldsOf(message, number).filter((value) => typeof value !== 'number');
}

export function textsOf(message: Uint8Array, number: number): string[] {
  return blocksOf(message, number).map((bytes) => new TextDecoder().decode(bytes));
}

function unpack(bytes: Uint8Array): number[] {
  const values: number[] = [];
  let value = 0n;
  let shift = 0n;
  for (const byte of bytes) {
    value |= BigInt(byte & 0x7f) << shift;
    shift += 7n;
    if (byte >= 0x80) continue;
    values.push(Number(BigInt.asIntN(64, value)));
    value = 0n;
    shift = 0n;
  }
  return values;
}
