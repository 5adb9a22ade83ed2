import { expect, test } from 'vitest';
import type { Homography } from '../geometry/homography.ts';
import { projectPoint } from '../geometry/project-point.ts';
import type { Quad } from '../geometry/quad.ts';
import { placeSpan } from './place-span.ts';

const line = 'L898902C36UTO7408122F1204159ZE184226B<<<<<10';

/** The unit square tilted along the line: its far edge is `ratio` times as long as its near one, and the whole a little askew. */
function cameraOf(ratio: number): Homography {
  const far = 1 / ratio - 1;
  return [900, -4, 40, 60, 38, 200, far, 0, 1];
}

test.each([1, 0.9, 0.8, 0.7])('a field of a line whose far edge is %s times its near one lies where it is printed', (ratio) => {
  const camera = cameraOf(ratio);
  const corner = (column: number, v: number) => projectPoint(camera, column / line.length, v);
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
