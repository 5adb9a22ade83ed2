import { expect, test } from 'vitest';
import { measureSpan } from './measure-span.ts';

const rounded = (span: ReturnType<typeof measureSpan>) => span && [span.start, span.end].map((step) => Math.round(step * 1000) / 1000);
const even = Array.from({ length: 10 }, (_, index) => 7 + index * 4.75);

test('from half a character before the first to half a character after the last', () => {
  expect(rounded(measureSpan(Float32Array.from(even)))).toEqual([4.625, 52.125]);
});

test('a character that stands where none can is left out', () => {
  expect(rounded(measureSpan(Float32Array.from(even, (centre, index) => (index === 3 ? centre + 4 : centre))))).toEqual([4.625, 52.125]);
});

test('too little to measure', () => {
  expect(measureSpan(Float32Array.of())).toBeUndefined();
  expect(measureSpan(Float32Array.of(5))).toBeUndefined();
  expect(measureSpan(Float32Array.of(5, 5))).toBeUndefined();
});
