import { expect, test } from 'vitest';
import { boxOfPortrait, drawDocument } from '../../../test/portrait/draw-document.ts';
import type { Quad } from '../../geometry/quad.ts';
import { type GreyPlane, wholePlane } from '../../image/plane.ts';
import { findSignature } from './find-signature.ts';

const portrait = { left: 40, top: 150, width: 250 };
const [left, top, right, bottom] = boxOfPortrait(portrait);
const quad: Quad = [
  { x: left, y: top },
  { x: right, y: top },
  { x: right, y: bottom },
  { x: left, y: bottom },
];
const find = (plane: GreyPlane, portraitQuad = quad) => {
  const { width, height } = plane;
  return findSignature({ width, height, planeAtLeast: () => Promise.resolve(wholePlane(plane)) }, { portrait: portraitQuad });
};

test('a scrawl below and beside the portrait is the signature', async () => {
  const found = await find(drawDocument(1000, 704, [portrait], { x: 600, y: 560 }));
  const rounded = found?.quad.map(({ x, y }) => [Math.round(x / 10) * 10, Math.round(y / 10) * 10]);
  expect(rounded).toEqual([
    [600, 530],
    [820, 530],
    [820, 590],
    [600, 590],
  ]);
});

test('there is none on a document without, and none where print stands', async () => {
  const plain = drawDocument(1000, 704, [portrait]);
  expect(await find(plain)).toBeUndefined();
  // Letters: bars as high as capitals, one beside the other.
  for (let x = 350; x < 900; x += 18) for (let y = 540; y < 562; y++) plain.data.fill(20, y * plain.width + x, y * plain.width + x + 10);
  expect(await find(plain)).toBeUndefined();
});

test('of two that look alike neither is given, and far from the portrait none is looked for', async () => {
  const two = drawDocument(1000, 704, [portrait], { x: 350, y: 560 });
  const second = drawDocument(1000, 704, [portrait], { x: 700, y: 560 });
  for (let at = 0; at < two.data.length; at++) two.data[at] = Math.min(two.data[at]!, second.data[at]!);
  expect(await find(two)).toBeUndefined();
  expect(await find(drawDocument(1000, 704, [portrait], { x: 600, y: 100 }))).toBeUndefined();
});

test.each([-1400, 300, 400, 700])('there is none where the picture ends before it: a portrait %i pixels further down', async (down) => {
  const away = quad.map(({ x, y }) => ({ x, y: y + down })) as unknown as Quad;
  expect(await find(drawDocument(1000, 704, [portrait]), away)).toBeUndefined();
});
