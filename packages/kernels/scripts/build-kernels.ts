/**
 * Compiles assembly/ into wasm/, once for each set of instructions: `node
 * packages/kernels/scripts/build-kernels.ts`. The same compiler makes the same bytes of it
 * everywhere, and manifest.json says which.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';
import type { InstructionSet } from '../src/instruction-set.ts';
import type { KernelFile } from '../src/kernel-files.ts';

const root = join(import.meta.dirname, '..');
const features: Readonly<Record<InstructionSet, readonly string[]>> = { simd: ['simd'], relaxed: ['simd', 'relaxed-simd'] };
// The kernels get memory and addresses in it; they allocate nothing and check nothing. 112 is the
// warning that a function that takes vectors cannot be called from outside, which none is.
const options = ['-O3', '--noAssert', '--runtime', 'stub', '--importMemory', '--use', 'abort=', '--disableWarning', '112'];

async function compile(set: InstructionSet): Promise<Uint8Array> {
  let binary: Uint8Array | undefined;
  const flags = [
    'assembly/index.ts',
    '--baseDir',
    root,
    '--outFile',
    'kernels.wasm',
    ...options,
    ...features[set].flatMap((feature) => ['--enable', feature]),
  ];
  const { error, stderr } = await asc.main(flags, {
    writeFile: (_, contents) => {
      if (typeof contents !== 'string') binary = contents;
    },
  } as Parameters<typeof asc.main>[1]);
  if (error || !binary) throw new Error(`The kernels do not compile (${set}).\n${stderr.toString()}`, { cause: error });
  process.stderr.write(stderr.toString());
  return binary;
}

async function build(set: InstructionSet): Promise<KernelFile> {
  const binary = await compile(set);
  const file = `kernels-${set}.wasm`;
  writeFileSync(join(root, 'wasm', file), binary);
  return { file, sha256: createHash('sha256').update(binary).digest('hex'), bytes: binary.length };
}

mkdirSync(join(root, 'wasm'), { recursive: true });
const files = { relaxed: await build('relaxed'), simd: await build('simd') };
writeFileSync(join(root, 'wasm/manifest.json'), `${JSON.stringify(files, null, 2)}\n`);
