import { expect, test } from 'vitest';
import { openKernels } from './open-kernels.ts';

test('areas lie apart, on multiples of 16, with room for what runs over', () => {
  const sizes = [1, 100, 0, 70_000];
  const { areas, bytes } = openKernels(...sizes);
  areas.forEach((area, index) => {
    expect(area % 16).toBe(0);
    expect((areas[index + 1] ?? bytes.length) - area).toBeGreaterThanOrEqual(sizes[index]! + 64);
  });
});

test('what one large picture needed is not kept', () => {
  expect(openKernels(20_000_000).bytes.length).toBeGreaterThan(20_000_000);
  expect(openKernels(1000).bytes.length).toBe(65_536);
});

test('memory that is large enough is used again', () => {
  const { bytes } = openKernels(200_000);
  expect(openKernels(100_000).bytes).toBe(bytes);
});
