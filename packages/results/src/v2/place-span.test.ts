import type { Point, Quad } from '@ocr-web/reader';
import { expect, test } from 'vitest';
import { placeSpan } from './place-span.ts';

const line = 'L898902C36UTO7408122F1204159ZE184226B<<<<<10';

/**
 * A homography that tilts the unit square along the line: its far edge is `ratio` times as long as
 * its near one, and the whole a little askew.
 */
function project(ratio: number, u: number, v: number): Point {
  const w = 1 + (1 / ratio - 1) * u;
  return { x: (900 * u - 4 * v + 40) / w, y: (60 * u + 38 * v + 200) / w };
}

test.each([1, 0.9, 0.8, 0.7])('a field of a line whose far edge is %s times its near one lies where it is printed', (ratio) => {
  const corner = (column: number, v: number) => project(ratio, column / line.length, v);
  const part = (start: number, end: number): Quad => [corner(start, 0), corner(end, 0), corner(end, 1), corner(start, 1)];
  const whole = part(0, line.length);
  const rounded = part(13, 19).map(({ x, y }) => ({ x: Math.round(x * 100) / 100, y: Math.round(y * 100) / 100 }));
  expect(placeSpan({ lines: [line], lineQuads: [whole], quad: whole }, [0, 13, 19])).toEqual({
    line: 0,
    start: 13,
    end: 19,
    quad: rounded,
  });
});
