import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { InstructionSet } from '../../src/instruction-set.ts';
import { kernelFiles } from '../../src/kernel-files.ts';

/** Both sets of instructions; this Node has both. */
export const instructionSets: readonly InstructionSet[] = ['relaxed', 'simd'];

export function kernelBytes(set: InstructionSet): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(fileURLToPath(new URL(`../../wasm/${kernelFiles[set].file}`, import.meta.url))));
}

/** The kernels of a set, compiled. */
export function compileKernels(set: InstructionSet): Promise<WebAssembly.Module> {
  return WebAssembly.compile(kernelBytes(set));
}
