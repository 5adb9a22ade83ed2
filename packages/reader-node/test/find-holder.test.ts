import { findHolder, type GreyPlane, type Network, wholePlane } from '@ocr-web/reader/engine';
import { beforeAll, expect, test } from 'vitest';
import { boxOfPortrait, drawDocument } from '../../reader/test/portrait/draw-document.ts';
import { loadFaceDetector } from '../src/in-process.ts';

let network: Network;
beforeAll(async () => {
  network = await loadFaceDetector();
});

const portrait = { left: 40, top: 150, width: 250 };
const ghost = { left: 760, top: 200, width: 110, pale: 0.6 };
const find = (plane: GreyPlane) => {
  const { width, height } = plane;
  return findHolder({ width, height, planeAtLeast: () => Promise.resolve(wholePlane(plane)) }, undefined, 0, { network });
};

type Box = readonly [left: number, top: number, right: number, bottom: number];
const boxOf = (quad: readonly { readonly x: number; readonly y: number }[]): Box => {
  const [x, y] = [quad.map((point) => point.x), quad.map((point) => point.y)];
  return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)];
};
const areaOf = ([left, top, right, bottom]: Box) => Math.max(0, right - left) * Math.max(0, bottom - top);
/** What two boxes share of what both cover. */
const overlapOf = (a: Box, b: Box) => {
  const both = areaOf([Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]);
  return both / (areaOf(a) + areaOf(b) - both);
};

/** The picture turned clockwise by a quarter. */
function turn({ width, height, data }: GreyPlane): GreyPlane {
  const turned = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) turned[x * height + height - 1 - y] = data[y * width + x]!;
  return { width: height, height: width, data: turned };
}

test('a drawn portrait, its ghost and the signature are found, and told apart', async () => {
  const { portraits, signatures } = await find(drawDocument(1000, 704, [portrait, ghost], { x: 600, y: 560 }));
  expect(portraits.map(({ kind, page, faceShare }) => [kind, page, Math.round(faceShare * 10) / 10])).toEqual([
    ['portrait', 0, 0.8],
    ['ghost', 0, 0.8],
  ]);
  const overlaps = [portrait, ghost].map((drawn, index) => overlapOf(boxOf(portraits[index]!.quad), boxOfPortrait(drawn)));
  expect(overlaps.filter((overlap) => overlap < 0.9)).toEqual([]);
  expect(signatures).toHaveLength(1);
});

test('a portrait is found however the picture is turned, its corners in reading order', async () => {
  let plane = drawDocument(1000, 704, [portrait]);
  for (let quarter = 0; quarter < 4; quarter++) {
    const { portraits } = await find(plane);
    const [start, end] = portraits[0]!.quad;
    // To where the portrait's upper side runs: right, down, left, up.
    const direction = Math.round(Math.atan2(end.y - start.y, end.x - start.x) / (Math.PI / 2) + 4) % 4;
    expect([quarter, portraits.length, direction]).toEqual([quarter, 1, quarter]);
    plane = turn(plane);
  }
});

test('a page without a portrait has none, nor a signature', async () => {
  expect(await find(drawDocument(1000, 704, [], { x: 600, y: 560 }))).toEqual({ portraits: [], signatures: [] });
});
