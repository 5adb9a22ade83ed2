import { describe, expect, test } from 'vitest';
import { projectPoint } from '../../geometry/homography.ts';
import type { Quad } from '../../geometry/quad.ts';
import { frameOfPicture, frameOfZone, pixelsPerMillimetre } from './page-frame.ts';

/** Ten pixels a millimetre, the page's upper left corner at (100, 50). */
const scale = 10;
const passport = { left: 100, top: 50, width: 125, height: 88 };

function lineQuad(y: number, length: number): Quad {
  const left = passport.left + ((passport.width - length) / 2) * scale;
  const middle = passport.top + y * scale;
  return [
    { x: left, y: middle - 12 },
    { x: left + length * scale, y: middle - 12 },
    { x: left + length * scale, y: middle + 12 },
    { x: left, y: middle + 12 },
  ];
}

const length = 44 * 2.54 - 0.25 * 2.54;
const zone = { format: 'TD3' as const, columns: 44, lineQuads: [lineQuad(88 - 11.6 - 3.2, length), lineQuad(88 - 11.6 + 3.2, length)] };

test('a zone tells where the page of a passport lies', () => {
  const frame = frameOfZone(zone, { width: 1500, height: 1000 })!;
  const corner = projectPoint(frame.toPicture, frame.page!.left, frame.page!.top);
  const opposite = projectPoint(frame.toPicture, frame.page!.right, frame.page!.bottom);
  const numbers = [corner.x, corner.y, opposite.x, opposite.y, pixelsPerMillimetre(frame)].map((value) => Math.round(value * 100) / 100);
  expect(numbers).toEqual([100, 50, 1350, 930, 10]);
});

test('nothing is looked at beyond the picture', () => {
  const { area, toPicture } = frameOfZone(zone, { width: 1200, height: 900 })!;
  const corner = projectPoint(toPicture, area.right, area.bottom);
  expect([Math.round(corner.x), Math.round(corner.y)]).toEqual([1200, 900]);
});

describe('the other side of a card', () => {
  const length = 30 * 2.54 - 0.25 * 2.54;
  const margin = (85.6 - length) / 2;
  /**
   * A card of which the upper left corner lies at a point, in a picture of ten pixels a millimetre.
   */
  const areaOf = (left: number, top: number, picture: { width: number; height: number }) => {
    const line = (y: number): Quad => {
      const [from, to, middle] = [left + margin * scale, left + (margin + length) * scale, top + y * scale];
      return [
        { x: from, y: middle - 12 },
        { x: to, y: middle - 12 },
        { x: to, y: middle + 12 },
        { x: from, y: middle + 12 },
      ];
    };
    const lineQuads = [-4.3, 0, 4.3].map((y) => line(53.98 - 11.6 + y));
    const { area, toPicture } = frameOfZone({ format: 'TD1', columns: 30, lineQuads }, picture)!;
    const corner = projectPoint(toPicture, area.left, area.top);
    const opposite = projectPoint(toPicture, area.right, area.bottom);
    return [corner.x, corner.y, opposite.x, opposite.y].map((value) => Math.round(value) + 0);
  };

  test('is looked for to the left or the right where there is no room for it above or below', () => {
    expect(areaOf(1000, 20, { width: 1900, height: 600 })).toEqual([58, 0, 1886, 600]);
    expect(areaOf(20, 20, { width: 1900, height: 600 })).toEqual([0, 0, 1818, 600]);
  });

  test('is looked for above and below where there is room for it', () => {
    expect(areaOf(1000, 800, { width: 2900, height: 1500 })).toEqual([970, 125, 1886, 1500]);
  });

  test('is not looked for in a margin', () => {
    expect(areaOf(300, 10, { width: 1500, height: 560 })[0]).toBe(270);
  });
});

test('a zone on a point has no frame', () => {
  const point = { x: 5, y: 5 };
  const quad: Quad = [point, point, point, point];
  expect(frameOfZone({ format: 'TD3', columns: 44, lineQuads: [quad, quad] }, { width: 10, height: 10 })).toBeUndefined();
});

test('a picture without a zone is taken for an upright document that fills it', () => {
  const frame = frameOfPicture({ width: 800, height: 500 })!;
  expect([frame.area, pixelsPerMillimetre(frame), frame.page]).toEqual([{ left: 0, top: 0, right: 100, bottom: 62.5 }, 8, undefined]);
});

test.each([
  [1, 30_000],
  [30_000, 20],
  [300, 1501],
])('a picture of %i x %i pixels shows no document that fills it', (width, height) => {
  expect(frameOfPicture({ width, height })).toBeUndefined();
});
