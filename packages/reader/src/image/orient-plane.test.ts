import { describe, expect, it } from 'vitest';
import { orientPlane } from './orient-plane.ts';
import { allRows } from './plane.ts';

const stored = { data: Uint8Array.from([1, 2, 3, 4, 5, 6]), width: 3, height: 2 };

describe('two rows 1 2 3 and 4 5 6', () => {
  it.each([
    [1, ['123', '456']],
    [2, ['321', '654']],
    [3, ['654', '321']],
    [4, ['456', '123']],
    [5, ['14', '25', '36']],
    [6, ['41', '52', '63']],
    [7, ['63', '52', '41']],
    [8, ['36', '25', '14']],
    [0, ['123', '456']],
    [9, ['123', '456']],
  ])('orientation %i', (orientation, expected) => {
    const { data, width, height } = allRows(orientPlane(stored, orientation));
    const rows = Array.from({ length: height }, (_, y) => data.subarray(y * width, (y + 1) * width).join(''));
    expect(rows).toEqual(expected);
  });
});

it.each([2, 3, 4, 5, 6, 7, 8])('turns only the rows that are asked for, with their neighbours: orientation %i', (orientation) => {
  const side = 150;
  const white = { data: new Uint8Array(side * side).fill(255), width: side, height: side };
  const { data } = orientPlane(white, orientation).rows(70, 72);
  const made = Array.from({ length: side }, (_, y) => y).filter((y) =>
    data.subarray(y * side, (y + 1) * side).every((grey) => grey === 255),
  );
  expect([made[0], made.length]).toEqual([64, 64]);
});
