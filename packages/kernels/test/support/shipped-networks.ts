import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readWeights, type StoredNetwork } from '../../src/network/network-weights.ts';
import { networks } from '../../src/networks.ts';

export type NetworkName = keyof typeof networks;
export const networkNames: readonly NetworkName[] = ['detector', 'recogniser', 'text'];

/** The model that a network was made of. */
export function modelBytes(name: NetworkName): Buffer {
  return readFileSync(fileURLToPath(import.meta.resolve(`@ocr-web/reader/models/${networks[name].source.file}`)));
}

/** The flat file of a network's numbers. */
export function weightsBytes(name: NetworkName): Buffer {
  return readFileSync(fileURLToPath(new URL(`../../models/${networks[name].file}`, import.meta.url)));
}

/** A network as it ships. */
export function shippedNetwork(name: NetworkName): StoredNetwork {
  const { network: description } = networks[name];
  return { description, weights: readWeights(description, weightsBytes(name)) };
}
