import type { Network } from './geometry/network.ts';

/** The two networks of the reader; packages/reader/models/manifest.json describes what goes in and what comes out. */
export type Models = {
  /** `picture` [1,1,H,W] to `maps` [1,3,H/4,W/4]: probability of an MRZ line's core, then cosine and sine of its reading direction. */
  readonly detector: Network;
  /** `strips` [N,1,32,W] to `log_probs` [N,W/4,38]: for each column blank, then 0-9, A-Z and the filler. */
  readonly recogniser: Network;
};
