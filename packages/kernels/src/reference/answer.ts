import { columnsOf, type Head, type Quantisation } from '../network/network-description.ts';
import type { HeadWeights } from '../network/network-weights.ts';
import { exponential, logarithm } from './exponential.ts';
import type { QuantisedTensor } from './quantised-tensor.ts';
import { addProduct, sigmoid } from './sigmoid.ts';

const { fround } = Math;

/** What a network answers: its last layer in floats, and what it means. */
export function answer(head: Head, weights: HeadWeights, tensor: QuantisedTensor, quantisation: Quantisation): Float32Array {
  const products = multiply(head, weights, tensor, quantisation);
  return head.answer === 'maps' ? drawMaps(products, head) : toLogProbabilities(products, head);
}

/** The numbers of each column for each pixel; each product is added with one rounding. */
function multiply(head: Head, { bias, weights }: HeadWeights, { data }: QuantisedTensor, { zero, scale }: Quantisation) {
  const { channels } = head;
  const columns = columnsOf(head);
  return Array.from({ length: data.length / channels }, (_, pixel) => {
    const values = Array.from(data.subarray(pixel * channels, (pixel + 1) * channels), (stored) => fround((stored - zero) * fround(scale)));
    return Array.from({ length: columns }, (_, column) => {
      const sum = values.reduce((sum, value, channel) => addProduct(value, weights[channel * columns + column]!, sum), 0);
      return fround(sum + bias[column]!);
    });
  });
}

function drawMaps(products: readonly number[][], { epsilon }: Head): Float32Array {
  const count = products.length;
  const maps = new Float32Array(3 * count);
  products.forEach(([core = 0, x = 0, y = 0], cell) => {
    const length = fround(fround(Math.sqrt(fround(fround(x * x) + fround(y * y)))) + fround(epsilon));
    maps.set([sigmoid(core)], cell);
    maps.set([x / length], count + cell);
    maps.set([y / length], 2 * count + cell);
  });
  return maps;
}

function toLogProbabilities(products: readonly number[][], { steps, classes: count }: Head): Float32Array {
  const each = products.flatMap((columns) => Array.from({ length: steps }, (_, step) => columns.slice(step * count, (step + 1) * count)));
  const answers = each.map((classes) => {
    const highest = Math.max(...classes);
    const sum = classes.reduce((sum, value) => sum + exponential(value - highest), 0);
    const total = highest + logarithm(sum);
    return classes.map((value) => value - total);
  });
  return Float32Array.from(answers.flat());
}
