import type { DecodePicture } from './decoded-picture.ts';
import type { Scratch } from './geometry/scratch.ts';
import type { Models } from './models.ts';

/** What a reading works with; Node and browsers bring their own decoder and runtime. */
export type ReaderTools = {
  readonly decodePicture: DecodePicture;
  readonly models: Models;
  /** Memory for one reading at a time. */
  readonly scratch: Scratch;
};

export type ReadOptions = {
  /** ISO date of the day on which the picture is read: centuries and expiry depend on it. */
  readonly today: string;
  /** Milliseconds after which no further page is begun: what was read until then is worth more than nothing. Without it all are read. */
  readonly pagesWithinMs?: number;
};
