import { expect, test } from 'vitest';
import { wholePlane } from '../image/plane.ts';
import { openPicture } from './open-picture.ts';
import { type PageSource, singlePage } from './page-source.ts';

const open = (page: Pick<PageSource, 'width' | 'height'>) => {
  const plane = () => Promise.resolve(wholePlane({ width: 1, height: 1, data: new Uint8Array(1) }));
  const colours = () => Promise.reject(new Error('not asked for'));
  const source: PageSource = { ...page, coarsestDecoded: 0, decodePlane: plane, decodeColours: colours };
  return openPicture(new Uint8Array(1), 'image/heic', () => Promise.resolve(singlePage(source, () => undefined)), { maxPixels: 100 });
};

test.each([
  [0, 0],
  [0, 10],
  [10, 0],
  [-4, -4],
  [Number.NaN, 10],
  [10, Number.POSITIVE_INFINITY],
  [2.5, 4],
])('a page of %d x %d pixels is damaged', async (width, height) => {
  const picture = await open({ width, height });
  await expect(picture.openPage(0)).rejects.toMatchObject({ code: 'picture.corrupt' });
});

test('a page of one pixel is none the less a page', async () => {
  const { width, height } = await (await open({ width: 1, height: 1 })).openPage(0);
  expect({ width, height }).toEqual({ width: 1, height: 1 });
});
