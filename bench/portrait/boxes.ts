import type { PortraitReading } from '@ocr-web/reader';

/** A box in pixels. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** Around a quad. */
export function boxOf({ quad }: Pick<PortraitReading, 'quad'>): Box {
  const [x, y] = [quad.map((point) => point.x), quad.map((point) => point.y)];
  return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)];
}

/** Intersection over union. */
export function overlapOf(a: Box, b: Box): number {
  const area = ([left, top, right, bottom]: Box) => Math.max(0, right - left) * Math.max(0, bottom - top);
  const both = area([Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]);
  return both / (area(a) + area(b) - both);
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
