import type { Addition } from '../network/network-description.ts';
import { roundToEven } from './quantised-tensor.ts';

const { fround } = Math;

/**
 * The sum of two numbers in eight bits, as it is stored.
 *
 * @param addend as it is stored
 * @param product less its zero point
 */
export function addStored(addend: number, product: number, factors: Addition['factors']): number {
  const theirs = fround(fround(factors.addend * (addend - 128)) + factors.constant);
  const sum = fround(theirs + fround(factors.product * product));
  return roundToEven(Math.max(0, Math.min(255, sum)));
}
