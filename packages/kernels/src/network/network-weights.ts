import { columnsOf, type Head, type Layer, type NetworkDescription } from './network-description.ts';

/** The numbers of a layer. */
export type LayerWeights = {
  /** By channel, row, column and channel of the input. */
  readonly weights: Int8Array;
  readonly bias: Int32Array;
  /**
   * What the sum of a channel is multiplied with: scales of input and weights by that of the
   * product.
   */
  readonly multipliers: Float32Array;
};

/** The numbers of the last layer; weights by channel, then class. */
export type HeadWeights = { readonly bias: Float32Array; readonly weights: Float32Array };

export type NetworkWeights = { readonly layers: readonly LayerWeights[]; readonly head: HeadWeights };

/** Everything that computing a network takes. */
export type StoredNetwork = { readonly description: NetworkDescription; readonly weights: NetworkWeights };

/**
 * The flat file of a network's numbers, in the order of its layers, little-endian: weights (one
 * byte each), bias, multipliers (four bytes each); bias and weights of the head (floats).
 */
export function writeWeights({ layers, head }: NetworkWeights): Uint8Array {
  const parts = [...layers.flatMap(({ weights, bias, multipliers }) => [weights, bias, multipliers]), head.bias, head.weights];
  const file = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of parts) {
    file.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return file;
}

/** Bytes that the flat file of a network has. */
function weightsSize({ layers, head }: NetworkDescription): number {
  return layers.reduce((sum, layer) => sum + layerSize(layer), headSize(head));
}

/**
 * Reads the flat file of a network's numbers.
 *
 * @throws RangeError when it has another size than the description asks for
 */
export function readWeights(description: NetworkDescription, file: Uint8Array): NetworkWeights {
  const size = weightsSize(description);
  if (file.length !== size) throw new RangeError(`The weights have ${file.length} bytes instead of ${size}.`);
  // Numbers of four bytes lie where they are allowed to only in memory of their own.
  const { buffer } = new Uint8Array(file);
  let at = 0;
  const take = (bytes: number) => {
    at += bytes;
    return at - bytes;
  };
  const layers = description.layers.map((layer) => ({
    weights: new Int8Array(buffer, take(weightsOf(layer)), weightsOf(layer)),
    bias: new Int32Array(buffer, take(4 * layer.channels), layer.channels),
    multipliers: new Float32Array(buffer, take(4 * layer.channels), layer.channels),
  }));
  const { channels } = description.head;
  const columns = columnsOf(description.head);
  const bias = new Float32Array(buffer, take(4 * columns), columns);
  return { layers, head: { bias, weights: new Float32Array(buffer, take(4 * channels * columns), channels * columns) } };
}

const weightsOf = ({ channels, inputChannels, kernel: [rows, columns] }: Layer) => channels * rows * columns * inputChannels;
const layerSize = (layer: Layer) => weightsOf(layer) + 8 * layer.channels;
const headSize = (head: Head) => 4 * columnsOf(head) * (head.channels + 1);
