import { expect, test } from 'vitest';
import { fitShape, numberShapes } from './number-shapes.ts';

const fitted = (text: string) => numberShapes.flatMap((shape) => fitShape(text, shape) ?? []);

test('letters and digits that look alike are what their place asks for', () => {
  expect(fitted('RSSMRA8OA01H5O1U')).toEqual(['RSSMRA80A01H501U']);
});

test('where either may stand nothing is changed', () => {
  expect([fitted('AAAA800101HDFBBB09'), fitted('AAAA010101HDFBBBA9')]).toEqual([['AAAA800101HDFBBB09'], ['AAAA010101HDFBBBA9']]);
});

test('other numbers have no shape', () => {
  expect([fitted('L898902C3'), fitted('RSSMRA8XA01H501U')]).toEqual([[], []]);
});
