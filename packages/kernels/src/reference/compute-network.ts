import { quantisationOf } from '../network/network-description.ts';
import type { StoredNetwork } from '../network/network-weights.ts';
import { answer } from './answer.ts';
import { convolve } from './convolve.ts';
import { normalisePicture } from './normalise-picture.ts';
import type { QuantisedTensor } from './quantised-tensor.ts';

/** A network computed as it is defined, tensor by tensor: what the kernels have to give, slowly. */
export function computeNetwork(
  { description, weights }: StoredNetwork,
  picture: Float32Array,
  width: number,
): { readonly tensors: readonly QuantisedTensor[]; readonly answer: Float32Array } {
  const { layers, head } = description;
  const tensors = [normalisePicture(picture, width, description.picture)];
  layers.forEach((layer, index) => {
    const addend = layer.addition && tensors[layer.addition.tensor];
    const { zero } = quantisationOf(description, layer.input);
    tensors.push(convolve(layer, weights.layers[index]!, { input: tensors[layer.input]!, zero, addend }));
  });
  return { tensors, answer: answer(head, weights.head, tensors.at(-1)!, quantisationOf(description, layers.length)) };
}
