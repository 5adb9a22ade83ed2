import type { InstructionSet } from '../instruction-set.ts';

/** The weights of a channel as they are stored: `weight = stored + rest - offset`. */
export type Shifted = { readonly stored: Int16Array; readonly rest: Int16Array; readonly offset: number };

/** What the second operand of relaxed products may be, so that they are the same everywhere. */
const maxStored = 127;

/**
 * Makes the weights of a channel what the products take. For relaxed SIMD that is 0..127: the least
 * weight becomes 0, and what is still too large (of -64..64 only 64, and only beside a -64) is
 * stored as 127 and a rest, which is multiplied once more.
 */
export function shiftWeights(weights: Int8Array, set: InstructionSet): Shifted {
  if (set === 'simd') return { stored: Int16Array.from(weights), rest: new Int16Array(weights.length), offset: 0 };
  const offset = -Math.min(0, ...weights);
  const shifted = Int16Array.from(weights, (weight) => weight + offset);
  const stored = shifted.map((weight) => Math.min(weight, maxStored));
  return { stored, rest: shifted.map((weight, index) => weight - stored[index]!), offset };
}
