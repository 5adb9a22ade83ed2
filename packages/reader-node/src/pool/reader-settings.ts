import type { DecodeLimits } from '../decode/create-picture-decoder.ts';

/** What a reader child is told when it starts, as JSON. */
export type ReaderSettings = DecodeLimits & {
  /** Folder of the models with their manifest, as a URL that ends with a slash. */
  readonly models: string;
  /** When the pool gives up on a file, milliseconds. */
  readonly deadlineMs: number;
};
