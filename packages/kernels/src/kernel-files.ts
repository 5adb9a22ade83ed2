import manifest from '../wasm/manifest.json' with { type: 'json' };
import type { InstructionSet } from './instruction-set.ts';

/** The kernels compiled for a set of instructions: a file of wasm/. */
export type KernelFile = { readonly file: string; readonly sha256: string; readonly bytes: number };

export const kernelFiles: Readonly<Record<InstructionSet, KernelFile>> = manifest;
