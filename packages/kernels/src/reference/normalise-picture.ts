import type { NetworkDescription } from '../network/network-description.ts';
import { type QuantisedTensor, store } from './quantised-tensor.ts';

const { fround } = Math;

/**
 * A picture as a network takes it: its mean becomes 0, its standard deviation 1, and four pixels of
 * a row become four channels.
 *
 * @param picture grey 0..1, row by row; a multiple of eight is wide
 */
export function normalisePicture(
  picture: Float32Array,
  width: number,
  { epsilon, ...quantisation }: NetworkDescription['picture'],
): QuantisedTensor {
  const mean = fround(sumInEights(picture) / picture.length);
  const centred = picture.map((value) => value - mean);
  const variance = fround(sumInEights(centred.map((value) => value * value)) / picture.length);
  const deviation = fround(fround(Math.sqrt(variance)) + fround(epsilon));
  const scale = fround(quantisation.scale);
  const data = Uint8Array.from(centred, (value) => store(fround(fround(value / deviation) / scale), quantisation));
  return { height: picture.length / width, width: width / 4, channels: 4, data };
}

/**
 * A sum of floats in eight parts: of the first, ninth … number, of the second and so on. This is
 * the order in which ONNX Runtime sums with SSE; another one would differ in the last digits.
 */
function sumInEights(values: Float32Array): number {
  const parts = new Float32Array(8);
  values.forEach((value, index) => {
    parts[index % 8]! += value;
  });
  const fours = parts.subarray(0, 4).map((part, index) => part + parts[index + 4]!);
  const [a = 0, b = 0] = fours.subarray(0, 2).map((part, index) => part + fours[index + 2]!);
  return fround(a + b);
}
