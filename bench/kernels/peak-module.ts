import type { InstructionSet } from '@ocr-web/kernels';

// What the processor does at most: nothing but products, in registers. A module of one function is
// written byte by byte (WebAssembly core specification, chapter 5), since a compiler would take the
// products out of the loop.

/** As many as there are registers for: a product waits some cycles for the one before. */
const accumulators = 12;
const roundsInLoop = 8;
/** The parameter and two operands come before the accumulators. */
const first = 3;
const neighbour = (accumulator: number) => first + ((accumulator - first + 1) % accumulators);
const get = (local: number) => [0x20, local];
const set = (local: number) => [0x21, local];
const simd = (code: number) => [0xfd, ...leb(code)];
/** Accumulator = accumulator + product of two vectors: sixteen or eight multiplications. */
const step: Readonly<Record<InstructionSet, (accumulator: number) => number[]>> = {
  // i32x4.relaxed_dot_i8x16_i7x16_add_s
  relaxed: (accumulator) => [...get(1), ...get(2), ...get(accumulator), ...simd(0x113), ...set(accumulator)],
  // i32x4.dot_i16x8_s, i32x4.add: of the neighbour, since a product of what stays is computed once.
  simd: (accumulator) => [
    ...get(neighbour(accumulator)),
    ...get(2),
    ...simd(0xba),
    ...get(accumulator),
    ...simd(0xae),
    ...set(accumulator),
  ],
};

/** Multiplications and additions of one turn of the loop. */
export const peakProducts: Readonly<Record<InstructionSet, number>> = {
  relaxed: 16 * accumulators * roundsInLoop,
  simd: 8 * accumulators * roundsInLoop,
};

/** A module whose `run(turns)` multiplies as fast as it goes. */
export function peakModule(instructions: InstructionSet): Uint8Array<ArrayBuffer> {
  const all = Array.from({ length: accumulators }, (_, index) => first + index);
  const products = Array.from({ length: roundsInLoop }, () => all.flatMap(step[instructions])).flat();
  const countDown = [...get(0), 0x41, 0x01, 0x6b, 0x22, 0x00, 0x0d, 0x00];
  const sum = all.flatMap((accumulator, index) => [...get(accumulator), ...(index > 0 ? simd(0xae) : [])]);
  const loop = [0x03, 0x40, ...products, ...countDown, 0x0b];
  // One declaration of locals: two operands and the accumulators, vectors.
  const body = [0x01, 2 + accumulators, 0x7b, ...loop, ...sum, 0xfd, 0x1b, 0x00, 0x0b];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(0x01, [0x01, 0x60, 0x01, 0x7f, 0x01, 0x7f]),
    ...section(0x03, [0x01, 0x00]),
    ...section(0x07, [0x01, 0x03, ...new TextEncoder().encode('run'), 0x00, 0x00]),
    ...section(0x0a, [0x01, ...leb(body.length), ...body]),
  ]);
}

const section = (id: number, content: readonly number[]) => [id, ...leb(content.length), ...content];

function leb(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb(value >>> 7)];
}
