import type { Quantisation } from '../network/network-description.ts';

/** Numbers of a picture, stored in 0..255; by row, column and channel. */
export type QuantisedTensor = {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly data: Uint8Array;
};

const { fround, floor } = Math;

/** The nearest integer; of two that are equally near the even one (IEEE 754, 4.3.1). */
export function roundToEven(value: number): number {
  const below = floor(value);
  const rest = value - below;
  if (rest !== 0.5) return rest < 0.5 ? below : below + 1;
  return below % 2 === 0 ? below : below + 1;
}

/** Where real numbers, in steps of a scale, are stored: rounded, and cut off at 0 and 255. */
export function store(steps: number, { zero }: Quantisation): number {
  return Math.max(0, Math.min(255, roundToEven(fround(steps)) + zero));
}
