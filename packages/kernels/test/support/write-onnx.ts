/** Fields of ONNX files (onnx.proto) as bytes, for models of a few operators. */
export function varintField(field: number, value: number): Buffer {
  return Buffer.from([...varint(field << 3), ...varint(value)]);
}

/** A submessage, a string or bytes. */
export function blockField(field: number, ...parts: readonly (Uint8Array | string)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
  return Buffer.concat([Buffer.from([...varint((field << 3) | 2), ...varint(body.length)]), body]);
}

/** Adds outputs of bytes to a model: the fields of a message may stand in several pieces. */
export function withOutputs(model: Uint8Array, names: readonly string[]): Uint8Array {
  const uint8 = 2;
  const outputs = names.map((name) => blockField(12, blockField(1, name), blockField(2, blockField(1, varintField(1, uint8)))));
  return Buffer.concat([model, blockField(7, ...outputs)]);
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  return [...bytes, rest];
}
