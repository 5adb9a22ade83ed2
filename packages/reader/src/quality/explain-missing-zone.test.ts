import { describe, expect, test } from 'vitest';
import { singlePlane } from '../../test/single-plane.ts';
import { explainMissingZone } from './explain-missing-zone.ts';

/** Bars of two greys, 12 pixels wide both ways, whose edges rise over `softness` pixels. */
function bars(width: number, height: number, dark: number, bright: number, softness: number) {
  const wave = (place: number) => {
    const phase = (place % 24) - 12;
    return Math.min(1, Math.max(0, 0.5 + (6 - Math.abs(phase)) / softness));
  };
  const data = Uint8Array.from({ length: width * height }, (_, at) => {
    const share = (wave(at % width) + wave(Math.floor(at / width))) / 2;
    return Math.round(dark + (bright - dark) * share);
  });
  return singlePlane({ width, height, data });
}

describe('explainMissingZone', () => {
  test.each([
    ['sharp and well lit', bars(600, 400, 30, 220, 1), { code: 'no_mrz' }],
    ['an empty page', bars(600, 400, 250, 250, 1), { code: 'no_mrz' }],
    ['without light', bars(600, 400, 2, 20, 1), { code: 'too_dark', found: 20, needed: 40 }],
    ['black', bars(600, 400, 0, 0, 1), { code: 'too_dark', found: 0, needed: 40 }],
    ['fog', bars(600, 400, 150, 170, 1), { code: 'low_contrast', found: 20, needed: 40 }],
    ['without focus', bars(600, 400, 30, 220, 12), { code: 'blurred' }],
    ['a stamp', bars(200, 140, 30, 220, 1), { code: 'picture_too_small', found: 200, needed: 280 }],
  ])('%s', async (_, planes, expected) => {
    expect(await explainMissingZone(planes)).toEqual([expected]);
  });
});
