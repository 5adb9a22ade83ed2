import { createScratch, type GreyPlane, interpretFrames, type LineLogits, readPage, wholePlane } from '@ocr-web/reader/engine';
import { expect, it } from 'vitest';
import { loadModels } from '../src/in-process.ts';
import { composeMrz } from './fixtures/draw/compose-mrz.ts';
import { drawDocument, placeZone } from './fixtures/draw/draw-document.ts';
import { identities } from './fixtures/draw/identities.ts';

const today = '2026-11-23';
const lines = composeMrz('TD3', identities.berg);
const { left, pitch, baseLines } = placeZone('TD3');

/** Characters from `from` to before `to` of a line, which something covers. */
type Cover = { readonly line: number; readonly from: number; readonly to: number };

/**
 * A passport as a camera sees it at a distance, with something grey over some of its characters.
 */
async function drawFrame(pixelsPerMm: number, covers: readonly Cover[]): Promise<GreyPlane> {
  const drawn = await drawDocument('TD3', identities.berg, pixelsPerMm);
  const { data, info } = await drawn.greyscale().raw().toBuffer({ resolveWithObject: true });
  const plane = { width: info.width, height: info.height, data: new Uint8Array(data) };
  for (const { line, from, to } of covers) {
    const x = (column: number) => Math.round((left + column * pitch) * pixelsPerMm);
    const y = (mm: number) => Math.round((baseLines[line]! + mm) * pixelsPerMm);
    for (let row = y(-3); row < y(0.5); row++) plane.data.fill(200, row * plane.width + x(from), row * plane.width + x(to));
  }
  return plane;
}

async function readFrames(frames: readonly GreyPlane[]) {
  const tools = { models: await loadModels(), scratch: createScratch() };
  const logits: (readonly LineLogits[])[] = [];
  const texts: (readonly string[] | undefined)[] = [];
  for (const plane of frames) {
    const planes = { width: plane.width, height: plane.height, planeAtLeast: () => Promise.resolve(wholePlane(plane)) };
    const { detected, zones } = await readPage(planes, tools, { today });
    logits.push(...detected.map((zone) => zone.logits));
    texts.push(zones[0]?.lines);
  }
  return { logits, texts };
}

it('reads together what two frames of different sizes, covered in different places, show', async () => {
  const covers = [
    [{ line: 0, from: 6, to: 9 }],
    [
      { line: 0, from: 14, to: 17 },
      { line: 1, from: 2, to: 5 },
    ],
  ];
  const frames = [await drawFrame(6, covers[0]!), await drawFrame(4.5, covers[1]!)];
  const { logits, texts } = await readFrames(frames);
  expect(texts.map((text) => text?.join() === lines.join())).toEqual([false, false]);
  expect(logits).toHaveLength(2);
  expect(interpretFrames(logits, { today })).toMatchObject({ lines, score: 100 });
});
