/**
 * Compiles assembly/ into wasm/, once for each set of instructions: `node
 * packages/kernels/scripts/build-kernels.ts`. The same compiler makes the same bytes of it
 * everywhere, and manifest.json says which.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InstructionSet } from '../src/instruction-set.ts';
import type { KernelFile } from '../src/kernel-files.ts';
import { compileAssembly } from './compile-assembly.ts';

const root = join(import.meta.dirname, '..');
const features: Readonly<Record<InstructionSet, readonly string[]>> = { simd: ['simd'], relaxed: ['simd', 'relaxed-simd'] };

async function build(set: InstructionSet): Promise<KernelFile> {
  const binary = await compileAssembly(root, features[set]);
  const file = `kernels-${set}.wasm`;
  writeFileSync(join(root, 'wasm', file), binary);
  return { file, sha256: createHash('sha256').update(binary).digest('hex'), bytes: binary.length };
}

mkdirSync(join(root, 'wasm'), { recursive: true });
const files = { relaxed: await build('relaxed'), simd: await build('simd') };
writeFileSync(join(root, 'wasm/manifest.json'), `${JSON.stringify(files, null, 2)}\n`);
