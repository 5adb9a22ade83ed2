import { expect, it } from 'vitest';
import { chooseLayout } from './choose-layout.ts';

/** Lines as they look on a document, all in units of the distance between two of them. */
function seen(characters: number, spacing: number, foreshortening = 1, thickening = 1.1): [length: number, glyphHeight: number] {
  return [(characters / spacing) * foreshortening, thickening / 1.055 / spacing];
}

it.each([
  ['TD3', 2, seen(44, 2.5), { characters: 44, spacing: 2.53 }],
  ['TD3, ribbons too thick', 2, seen(44, 2.45, 1, 1.3), { characters: 44, spacing: 2.53 }],
  ['TD2', 2, seen(36, 2.6), { characters: 36, spacing: 2.53 }],
  ['TD1', 3, seen(30, 1.7), { characters: 30, spacing: 1.7 }],
  ['TD1, seen from the side', 3, seen(30, 1.7, 0.75), { characters: 30, spacing: 1.7 }],
  ['TD1 without one of its lines', 2, seen(30, 1.7), { characters: 30, spacing: 1.7 }],
  ['TD1 without its middle line', 2, seen(30, 3.4), { characters: 30, spacing: 3.4 }],
  ['TD3 with other text above', 3, seen(44, 2.5), { characters: 44, spacing: 2.53 }],
])('recognises %s', (_, lines, [length, glyphHeight], expected) => {
  expect(chooseLayout(lines, length, glyphHeight)).toEqual(expected);
});

it('takes lines that a program has put closer together as they are', () => {
  const layout = chooseLayout(2, ...seen(36, 1.5));
  expect(layout?.characters).toBe(36);
  expect(layout?.spacing).toBeCloseTo(1.5, 9);
});

it('takes lines that a program has put further apart as they are, though they might be seen from the side', () => {
  const layout = chooseLayout(3, ...seen(30, 2.76));
  expect(layout?.characters).toBe(30);
  expect(layout?.spacing).toBeCloseTo(2.76, 9);
});

it('knows no layout for a line cut off, nor for any other text', () => {
  expect(chooseLayout(2, 4, 0.4)).toBeUndefined();
  expect(chooseLayout(1, 40, 1)).toBeUndefined();
});
