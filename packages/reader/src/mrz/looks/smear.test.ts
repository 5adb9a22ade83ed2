import { describe, expect, it } from 'vitest';
import { type Smear, smearPixels } from './smear.ts';

const size = { width: 9, height: 7 };

/** Where a single bright pixel in the middle goes, as x and y from there. */
function spreadOf(smear: Smear): [number, number, number][] {
  const source = new Float32Array(size.width * size.height);
  source[3 * size.width + 4] = 1;
  const found: [number, number, number][] = [];
  smearPixels(source, size, smear).forEach((value, at) => {
    if (value > 1e-6) found.push([(at % size.width) - 4, Math.floor(at / size.width) - 3, Math.round(value * 1000) / 1000]);
  });
  return found;
}

describe('smearPixels', () => {
  const third = 0.333;
  it.each<[Smear['along'], [number, number][]]>([
    [
      'row',
      [
        [-1, 0],
        [0, 0],
        [1, 0],
      ],
    ],
    [
      'column',
      [
        [0, -1],
        [0, 0],
        [0, 1],
      ],
    ],
    [
      'fall',
      [
        [-1, -1],
        [0, 0],
        [1, 1],
      ],
    ],
    [
      'rise',
      [
        [1, -1],
        [0, 0],
        [-1, 1],
      ],
    ],
  ])('spreads a pixel along a %s', (along, places) => {
    expect(spreadOf({ along, length: 3 })).toEqual(places.map(([x, y]) => [x, y, third]));
  });

  it('spreads it over a square', () => {
    const spread = spreadOf({ along: 'all', length: 3 });
    expect(spread).toHaveLength(9);
    expect(spread.every(([, , value]) => value === 0.111)).toBe(true);
  });

  it.each<Smear['along']>(['row', 'column', 'fall', 'rise', 'all'])('leaves an even picture as it is: %s', (along) => {
    const even = new Float32Array(size.width * size.height).fill(0.4);
    for (const value of smearPixels(even, size, { along, length: 7 })) expect(value).toBeCloseTo(0.4, 5);
  });
});
