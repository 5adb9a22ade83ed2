import { expect, test } from 'vitest';
import { wholePlane } from '../../image/plane.ts';
import { listViews } from './list-views.ts';

const sizesOf = async (width: number, height: number) => {
  const plane = wholePlane({ width, height, data: new Uint8Array(width * height).fill(200) });
  const sizes: string[] = [];
  for await (const { plane: view } of listViews({ width, height, planeAtLeast: () => Promise.resolve(plane) }, undefined))
    sizes.push(`${view.width} x ${view.height}`);
  return sizes;
};

test.each([
  [3200, 20, ['1600 x 10']],
  [1, 30_000, ['1 x 1600']],
  [30_000, 2, ['1600 x 1']],
])('of a picture of %i x %i pixels one without pixels is never looked at', async (width, height, views) => {
  expect(await sizesOf(width, height)).toEqual(views);
});
