import type { Addition, Quantisation } from '../network/network-description.ts';
import { addStored } from '../reference/add-stored.ts';
import { roundToEven } from '../reference/quantised-tensor.ts';

const { fround } = Math;

/** How far from the obvious constants others are looked for, in their last digits. */
const farthest = 4;

/**
 * The constants of a sum of two tensors in eight bits, with which the kernels add as ONNX Runtime
 * does: of all 65,536 pairs, every sum is the same. ONNX Runtime multiplies and adds with one
 * rounding, which WebAssembly cannot everywhere; so where a sum lies between two integers, one of
 * the constants may have to be another float nearby.
 *
 * @param addend how the other tensor is stored
 * @throws RangeError when there are no such constants
 */
export function additionFactors(addend: Quantisation, product: Quantisation, result: Quantisation): Addition['factors'] {
  const expected = sumsOfAllPairs(addend, product, result);
  const factor = fround(addend.scale / result.scale);
  const obvious = {
    addend: factor,
    product: fround(product.scale / result.scale),
    constant: fround(result.zero - fround(factor * (addend.zero - 128))),
  };
  for (const factors of nearbyFactors(obvious)) if (addsAs(expected, factors, product.zero)) return factors;
  throw new RangeError(`No constants add ${addend.scale} and ${product.scale} to ${result.scale} as ONNX Runtime does.`);
}

/** What ONNX Runtime makes of each pair (MlasQLinearAdd): with one rounding for each product. */
function sumsOfAllPairs(addend: Quantisation, product: Quantisation, result: Quantisation): Uint8Array {
  const [theirs, ours] = [fround(addend.scale / result.scale), fround(product.scale / result.scale)];
  const fixed = fround(result.zero - fround(fround(theirs * addend.zero) + fround(ours * product.zero)));
  // 8 by 24 bits, and what is added to it, are exact in a double.
  return Uint8Array.from({ length: 65_536 }, (_, pair) => {
    const sum = fround((pair >> 8) * theirs + fround((pair & 255) * ours + fixed));
    return roundToEven(Math.max(0, Math.min(255, sum)));
  });
}

function addsAs(expected: Uint8Array, factors: Addition['factors'], zero: number): boolean {
  return expected.every((sum, pair) => addStored(pair >> 8, (pair & 255) - zero, factors) === sum);
}

/** Constants and factors around those that are given, the nearest first. */
function* nearbyFactors({ addend, product, constant }: Addition['factors']): Generator<Addition['factors']> {
  const steps = Array.from({ length: 2 * farthest + 1 }, (_, index) => (index % 2 === 0 ? index / 2 : -(index + 1) / 2));
  for (const a of steps) {
    for (const p of steps) {
      for (const c of steps) yield { addend: stepFloat(addend, a), product: stepFloat(product, p), constant: stepFloat(constant, c) };
    }
  }
}

/** The float so many floats above this one, or below it. */
function stepFloat(value: number, steps: number): number {
  const view = new DataView(new ArrayBuffer(4));
  view.setFloat32(0, value);
  view.setInt32(0, view.getInt32(0) + steps);
  return view.getFloat32(0);
}
