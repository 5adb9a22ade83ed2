import type { Addition, Quantisation } from '../network/network-description.ts';

/**
 * The constants of a sum of two tensors in eight bits.
 *
 * @param addend how the other tensor is stored
 */
export function additionFactors(addend: Quantisation, product: Quantisation, result: Quantisation): Addition['factors'] {
  const factor = Math.fround(addend.scale / result.scale);
  const constant = Math.fround(result.zero - Math.fround(factor * Math.fround(addend.zero - 128)));
  return { addend: factor, product: Math.fround(product.scale / result.scale), constant };
}
