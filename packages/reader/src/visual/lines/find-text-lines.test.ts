import { expect, test } from 'vitest';
import type { FlatPage } from '../page/flatten-page.ts';
import { findTextLines } from './find-text-lines.ts';

const scale = 8;

/** A grey page with words of `letters` bars, which stand for letters, in rows. */
function drawPage(
  words: readonly { readonly left: number; readonly top: number; readonly letters: number; readonly cap: number }[],
): FlatPage {
  const [width, height] = [600, 300];
  const data = new Float32Array(width * height).fill(0.8);
  for (const { left, top, letters, cap } of words) {
    for (let letter = 0; letter < letters; letter++) {
      for (let y = top; y < top + cap; y++) {
        for (let x = 0; x < cap * 0.5; x++) data[y * width + left + Math.round(letter * cap * 0.8) + x] = 0.2;
      }
    }
  }
  return { data, width, height, scale, left: 0, top: 0 };
}

const rounded = (page: FlatPage) =>
  findTextLines(page).map(({ left, right, capTop, baseLine, slope }) => [left, right, capTop, baseLine, Math.round(slope * 100) / 100]);

test('words of one row are a line, and columns are lines of their own', () => {
  const page = drawPage([
    { left: 100, top: 50, letters: 6, cap: 20 },
    { left: 210, top: 50, letters: 5, cap: 20 },
    { left: 420, top: 50, letters: 4, cap: 20 },
    { left: 100, top: 120, letters: 8, cap: 12 },
  ]);
  expect(rounded(page)).toEqual([
    [100, 284, 50, 70, 0],
    [420, 478, 50, 70, 0],
    [100, 173, 120, 132, 0],
  ]);
});

test('what is too small for print is none, and an empty page has no lines', () => {
  const page = drawPage([{ left: 50, top: 20, letters: 3, cap: 4 }]);
  expect([rounded(page), rounded(drawPage([]))]).toEqual([[], []]);
});

/** Fine dark lines behind everything, each crossing the letters. */
function rule(page: FlatPage, every: number, grey: number): FlatPage {
  const data = page.data.map((value, at) => (Math.floor(at / page.width) % every === 0 ? Math.min(value, grey) : value));
  return { ...page, data };
}

test('letters that fine lines run into are found by their darkness', () => {
  const page = rule(drawPage([{ left: 100, top: 53, letters: 6, cap: 20 }]), 9, 0.5);
  expect(rounded(page)).toContainEqual([100, 190, 53, 73, 0]);
});
