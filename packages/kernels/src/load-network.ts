import type { InstructionSet } from './instruction-set.ts';
import { quantisationOf } from './network/network-description.ts';
import type { StoredNetwork } from './network/network-weights.ts';
import { packConvolution } from './pack/pack-convolution.ts';
import { packHead } from './pack/pack-head.ts';
import type { LoadedNetwork, PackedLayer } from './plan/plan-context.ts';

/** The first address that is used: 0 means nothing to the kernels. */
const firstAddress = 1024;

/**
 * Packs the weights of a network and lays them into memory.
 *
 * @param grow makes the memory at least so many bytes large and returns it
 */
export function loadNetwork(
  { description, weights }: StoredNetwork,
  set: InstructionSet,
  grow: (bytes: number) => ArrayBuffer,
): LoadedNetwork {
  const parts: { readonly address: number; readonly bytes: Uint8Array }[] = [];
  let at = firstAddress;
  const add = (bytes: Uint8Array) => {
    parts.push({ address: at, bytes });
    at += Math.ceil(bytes.length / 16) * 16;
    return at - Math.ceil(bytes.length / 16) * 16;
  };
  const layers = description.layers.map((layer, index): PackedLayer => {
    const { zero } = quantisationOf(description, layer.input);
    const { bytes, segments } = packConvolution(layer, weights.layers[index]!, zero, set);
    return { address: add(bytes), segments };
  });
  const head = add(packHead(description.head, weights.head));
  const memory = new Uint8Array(grow(at));
  for (const { address, bytes } of parts) memory.set(bytes, address);
  return { description, set, layers, head, end: at };
}
