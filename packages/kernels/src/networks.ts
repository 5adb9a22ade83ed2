import manifest from '../models/manifest.json' with { type: 'json' };
import type { NetworkDescription } from './network/network-description.ts';

/** One of the shipped networks: what it consists of, and the flat file of its numbers. */
export type NetworkEntry = {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  /** The model that it was made of: one of packages/reader/models. */
  readonly source: { readonly file: string; readonly sha256: string };
  readonly network: NetworkDescription;
};

const { face, ...described } = manifest;

/** The networks that the reader ships, as the kernels take them. */
export const networks = described as unknown as Readonly<Record<'detector' | 'recogniser' | 'text', NetworkEntry>>;

/**
 * The model that finds faces, one of packages/reader/models: `createFloatNetwork` takes its graph.
 */
export const faceModel: Pick<NetworkEntry, 'file' | 'sha256' | 'bytes'> = face;
