import fc from 'fast-check';
import {
  channelsOf,
  columnsOf,
  type Head,
  type Layer,
  type NetworkDescription,
  quantisationOf,
} from '../../src/network/network-description.ts';
import type { LayerWeights, StoredNetwork } from '../../src/network/network-weights.ts';
import { randomNumbers } from './draw-picture.ts';

/**
 * A layer as it is drawn by lot: how it looks, and what is added to it if its shape allows that.
 */
type LayerLot = {
  readonly blocks: number;
  readonly kernel: readonly [number, number];
  readonly strides: readonly [number, number];
  readonly padding: readonly [number, number];
  readonly zero: number;
  readonly adds: boolean;
};

const layerLot: fc.Arbitrary<LayerLot> = fc.record({
  blocks: fc.integer({ min: 1, max: 3 }),
  kernel: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom(1, 2, 3, 5)),
  strides: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom(1, 1, 2)),
  padding: fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 })),
  zero: fc.constantFrom(0, 0, 97, 128, 160),
  adds: fc.boolean(),
});

export const networkLot = fc.record({
  /** Four pixels by eight, of the picture. */
  height: fc.integer({ min: 1, max: 5 }),
  width: fc.integer({ min: 1, max: 6 }),
  layers: fc.array(layerLot, { minLength: 1, maxLength: 4 }),
  answer: fc.constantFrom('maps' as const, 'log_probs' as const),
  classes: fc.integer({ min: 3, max: 9 }),
  steps: fc.integer({ min: 1, max: 3 }),
  /** Weights up to 127 either way, or up to 64 as the networks have them. */
  largest: fc.constantFrom(64, 127),
  seed: fc.nat(),
});

type NetworkLot = typeof networkLot extends fc.Arbitrary<infer Lot> ? Lot : never;

/** A network of these layers with numbers drawn by lot. */
export function drawNetwork({ layers: lots, seed, largest, ...last }: NetworkLot): StoredNetwork {
  const random = randomNumbers(seed);
  const picture = { scale: Math.fround(0.03 + random() / 20), zero: Math.round(random() * 255), epsilon: Math.fround(0.02) };
  const layers: Layer[] = [];
  const network = (): NetworkDescription => ({ picture, layers, head: drawHead(last, layers.at(-1)?.channels ?? 4) });
  for (const lot of lots) layers.push(drawLayer(lot, layers.length, network(), random));
  const { head: drawn } = network();
  const floats = (length: number) => Float32Array.from({ length }, () => random() - 0.5);
  const columns = columnsOf(drawn);
  const head = { bias: floats(columns), weights: floats(drawn.channels * columns) };
  return { description: network(), weights: { layers: layers.map((layer) => drawWeights(layer, largest, random)), head } };
}

function drawHead({ answer, steps, classes }: Pick<NetworkLot, 'answer' | 'steps' | 'classes'>, channels: number): Head {
  const shared = { answer, channels, epsilon: Math.fround(1e-6) };
  if (answer === 'maps') return { ...shared, steps: 1, classes: 3 };
  // Of several steps of a pixel each has fours of classes.
  return { ...shared, steps, classes: steps > 1 ? 4 * Math.ceil(classes / 4) : classes };
}

/** Weights of all sizes, and multipliers that bring most sums into the range of the product. */
function drawWeights({ channels, inputChannels, kernel }: Layer, largest: number, random: () => number): LayerWeights {
  const perChannel = inputChannels * kernel[0] * kernel[1];
  const integer = (bound: number) => Math.round((random() * 2 - 1) * bound);
  return {
    weights: Int8Array.from({ length: channels * perChannel }, () => integer(largest)),
    bias: Int32Array.from({ length: channels }, () => integer(20_000)),
    multipliers: Float32Array.from({ length: channels }, () => (0.2 + random()) / (largest * Math.sqrt(perChannel))),
  };
}

function drawLayer(
  { blocks, kernel: [rows, columns], strides, padding, zero, adds }: LayerLot,
  input: number,
  network: NetworkDescription,
  random: () => number,
): Layer {
  const inputChannels = channelsOf(network, input);
  // Eight numbers of a row are multiplied at a time, and the picture has four channels.
  const kernel = [rows, inputChannels === 4 ? 2 * Math.ceil(columns / 2) : columns] as const;
  const product = { scale: Math.fround(0.02 + random() / 10), zero };
  const layer: Layer = {
    name: `layer ${input + 1}`,
    input,
    inputChannels,
    channels: 8 * blocks,
    kernel,
    strides,
    padding: [padding[0], padding[1], padding[0], padding[1]],
    product,
  };
  if (!adds || input === 0) return layer;
  // A convolution that keeps sides and channels can be added to what it takes.
  const odd = [kernel[0] | 1, kernel[1] | 1] as const;
  const result = { scale: Math.fround(0.03 + random() / 10), zero: Math.round(random() * 255) };
  const addend = Math.fround(quantisationOf(network, input).scale / result.scale);
  const factors = {
    addend,
    product: Math.fround(product.scale / result.scale),
    constant: Math.fround(result.zero + 40 * (random() - 0.5)),
  };
  return {
    ...layer,
    channels: inputChannels,
    kernel: odd,
    strides: [1, 1],
    padding: [odd[0] >> 1, odd[1] >> 1, odd[0] >> 1, odd[1] >> 1],
    addition: { tensor: input, doubling: false, factors, result },
  };
}
