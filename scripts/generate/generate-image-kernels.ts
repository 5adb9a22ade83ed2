/**
 * Compiles packages/reader/assembly into packages/reader/src/image/generated/image-kernels.ts:
 * `node scripts/generate/generate-image-kernels.ts`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileAssembly } from '../../packages/kernels/scripts/compile-assembly.ts';

const reader = join(import.meta.dirname, '../../packages/reader');
const binary = Buffer.from(await compileAssembly(reader, ['simd', 'nontrapping-f2i']));
mkdirSync(join(reader, 'src/image/generated'), { recursive: true });
writeFileSync(
  join(reader, 'src/image/generated/image-kernels.ts'),
  `// Written by scripts/generate/generate-image-kernels.ts. Do not edit.
/** packages/reader/assembly in WebAssembly, ${binary.length} bytes, in base64. */
export const imageKernels =
  '${binary.toString('base64')}';
`,
);
