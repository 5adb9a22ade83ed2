import { describe, expect, test } from 'vitest';
import { projectPoint } from '../../geometry/homography.ts';
import type { Quad } from '../../geometry/quad.ts';
import { frameOfPortrait } from './frame-of-portrait.ts';

const picture = { width: 2000, height: 3000 };
/** A portrait of some height, its upper left corner at a point, turned clockwise. */
function portrait(x: number, y: number, height: number, turn: number): Quad {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const place = (right: number, down: number) => ({ x: x + right * cos - down * sin, y: y + right * sin + down * cos });
  return [place(0, 0), place(0.75 * height, 0), place(0.75 * height, height), place(0, height)];
}

describe('a portrait tells where a document lies whose zone is not shown', () => {
  test.each([
    ['on its side', Math.PI / 2],
    ['upside down', Math.PI],
    ['a little askew', 0.5],
  ])('%s', (_, turn) => {
    // 34 millimetres high: ten pixels for each.
    const frame = frameOfPortrait(portrait(1000, 1500, 340, turn), picture)!;
    const { x, y } = projectPoint(frame.toPicture, 10, 20);
    expect([x, y].map(Math.round)).toEqual(
      [1000 + 100 * Math.cos(turn) - 200 * Math.sin(turn), 1500 + 100 * Math.sin(turn) + 200 * Math.cos(turn)].map(Math.round),
    );
  });

  test('far away', () => {
    const { area, toPicture } = frameOfPortrait(portrait(1000, 1500, 170, 0), picture)!;
    const corners = [projectPoint(toPicture, area.left, area.top), projectPoint(toPicture, area.right, area.bottom)];
    expect(corners.map(({ x, y }) => [Math.round(x), Math.round(y)])).toEqual([
      [540, 1350],
      [1610, 1860],
    ]);
  });

  test('but not beyond the picture', () => {
    const { area } = frameOfPortrait(portrait(100, 50, 170, 0), picture)!;
    expect([area.left, area.top].map(Math.round)).toEqual([-20, -10]);
  });

  test('unless it fills the picture upright', () => {
    expect(frameOfPortrait(portrait(100, 500, 600, 0.1), picture)).toBeUndefined();
    expect(frameOfPortrait(portrait(100, 500, 0, 1), picture)).toBeUndefined();
  });
});
