import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { chooseInstructionSet } from './instruction-set.ts';

test('the probe tells whether the kernels with relaxed SIMD can be compiled', () => {
  const kernels = readFileSync(new URL('../wasm/kernels-relaxed.wasm', import.meta.url));
  expect(chooseInstructionSet()).toBe(WebAssembly.validate(kernels) ? 'relaxed' : 'simd');
});
