import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPage } from '../../reader-web/test/browser/build-page.ts';
import { type OpenedPage, openPage } from '../../reader-web/test/browser/open-page.ts';
import { createNetwork } from '../src/index.ts';
import './browser/kernels-page-api.ts';
import { drawPicture } from './support/draw-picture.ts';
import { compileKernels, instructionSets } from './support/open-kernels.ts';
import { type NetworkName, shippedNetwork } from './support/shipped-networks.ts';

let opened: OpenedPage;
beforeAll(async () => {
  opened = await openPage(await buildPage(fileURLToPath(new URL('./page/', import.meta.url))));
});
afterAll(async () => {
  await opened?.close();
});

const runs: readonly (readonly [NetworkName, readonly number[]])[] = [
  ['detector', [1, 1, 288, 512]],
  ['detector', [1, 1, 112, 640]],
  ['recogniser', [2, 1, 32, 888]],
  ['recogniser', [3, 1, 32, 480]],
  ['text', [2, 1, 32, 480]],
];

test.each(runs)('%s %j: Node and Chromium answer the same bits, with both instruction sets', async (name, dims) => {
  const pixels = dims.reduce((product, side) => product * side, 1);
  const answers: number[][] = [];
  for (const set of instructionSets) {
    const here = await createNetwork(await compileKernels(set), shippedNetwork(name), set);
    const { data } = await here.run({ data: drawPicture(pixels, 11), dims });
    answers.push([...new Int32Array(data.buffer)]);
    answers.push(await opened.page.evaluate(([n, s, d]) => kernelsPage.run(n, s, d, 11), [name, set, [...dims]] as const));
  }
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});

test('Chromium has relaxed SIMD, and is given it', async () => {
  expect(await opened.page.evaluate(() => kernelsPage.chosen())).toBe('relaxed');
});
