import { expect, test } from 'vitest';
import { createStabiliser } from './stabilise.ts';

test('tells a value once, when it has held for half a second', () => {
  const { update } = createStabiliser<string>(500);
  const frames = [
    ['blurred', 0],
    ['blurred', 499],
    ['blurred', 500],
    ['blurred', 900],
    ['glare', 1000],
    ['blurred', 1200],
    ['glare', 1300],
    ['glare', 1800],
  ] as const;
  expect(frames.map(([value, now]) => update(value, now))).toEqual([
    ...[undefined, undefined, 'blurred', undefined],
    ...[undefined, undefined, undefined, 'glare'],
  ]);
});
