import { columnsOf, type Head } from '../network/network-description.ts';
import type { HeadWeights } from '../network/network-weights.ts';

/** Fours of columns that the kernels compute of a head. */
export const foursOf = (head: Head) => Math.ceil(columnsOf(head) / 4);

/** Bias and weights of a head, each row filled up to a multiple of four columns; doubles. */
export function packHead(head: Head, { bias, weights }: HeadWeights): Uint8Array {
  const columns = columnsOf(head);
  const wide = 4 * foursOf(head);
  const packed = new Float64Array(wide * (head.channels + 1));
  packed.set(bias);
  for (let channel = 0; channel < head.channels; channel++) {
    packed.set(weights.subarray(channel * columns, (channel + 1) * columns), wide * (channel + 1));
  }
  return new Uint8Array(packed.buffer);
}
