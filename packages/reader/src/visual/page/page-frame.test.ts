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

test('a zone on a point has no frame', () => {
  const point = { x: 5, y: 5 };
  const quad: Quad = [point, point, point, point];
  expect(frameOfZone({ format: 'TD3', columns: 44, lineQuads: [quad, quad] }, { width: 10, height: 10 })).toBeUndefined();
});

test('a picture without a zone is taken for an upright document that fills it', () => {
  const frame = frameOfPicture({ width: 800, height: 500 });
  expect([frame.area, pixelsPerMillimetre(frame), frame.page]).toEqual([{ left: 0, top: 0, right: 100, bottom: 62.5 }, 8, undefined]);
});

describe('the other side of a card', () => {
  const card = { width: 85.6, height: 53.98 };
  const pitch = 2.54;
  const cardLength = 30 * pitch - 0.25 * pitch;
  /** Ten pixels a millimetre; the card's upper left corner at this point of the picture. */
  const sideAt = (left: number, top: number, picture: { width: number; height: number }) => {
    const from = left + ((card.width - cardLength) / 2) * scale;
    const line = (row: number): Quad => {
      const y = top + (card.height - 11.6 + row * 4.3) * scale;
      return [
        { x: from, y: y - 12 },
        { x: from + cardLength * scale, y: y - 12 },
        { x: from + cardLength * scale, y: y + 12 },
        { x: from, y: y + 12 },
      ];
    };
    const { area, toPicture } = frameOfZone({ format: 'TD1', columns: 30, lineQuads: [line(-1), line(0), line(1)] }, picture)!;
    const [a, b] = [projectPoint(toPicture, area.left, area.top), projectPoint(toPicture, area.right, area.bottom)];
    return [a.x, a.y, b.x, b.y].map((value) => Math.round(value) + 0);
  };

  test('is looked for beside it, where the picture has room for it there and nowhere else', () => {
    expect(sideAt(900, 10, { width: 1770, height: 560 })).toEqual([0, 0, 1770, 560]);
  });

  test('is looked for above it, where there is room', () => {
    const [left, top] = sideAt(900, 600, { width: 1770, height: 1150 });
    expect([left, top]).toEqual([870, 0]);
  });

  test('is not looked for in a margin', () => {
    expect(sideAt(300, 10, { width: 1500, height: 560 })[0]).toBe(270);
  });
});
