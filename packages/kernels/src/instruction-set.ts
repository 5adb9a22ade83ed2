/**
 * Which instructions the kernels use. Both compute the same numbers; those of `relaxed`
 * (WebAssembly relaxed SIMD) multiply eight bits by seven, those of `simd` sixteen by sixteen, half
 * as fast.
 */
export type InstructionSet = 'relaxed' | 'simd';

/** Bytes of a stored activation: its quantised value 0..255 less 128. */
export const elementBytes: Readonly<Record<InstructionSet, number>> = { relaxed: 1, simd: 2 };

/**
 * A module of one function, `i32x4.relaxed_dot_i8x16_i7x16_add_s` of three times `i8x16.splat(0)`
 * (WebAssembly core specification, 5.4.8 and 5.5).
 */
const zeros = [0x41, 0x00, 0xfd, 0x0f];
const header = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const sections = [0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7b, 0x03, 0x02, 0x01, 0x00, 0x0a, 0x13, 0x01, 0x11, 0x00];
const relaxedProbe = Uint8Array.from([...header, ...sections, ...zeros, ...zeros, ...zeros, 0xfd, 0x93, 0x02, 0x0b]);

/** The fastest instructions that this engine knows. */
export function chooseInstructionSet(): InstructionSet {
  return WebAssembly.validate(relaxedProbe) ? 'relaxed' : 'simd';
}
