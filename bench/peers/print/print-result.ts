import type { Tally } from './judge-values.ts';

export type PrintRow = Readonly<Tally> & {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly p50_ms: number;
  readonly p95_ms: number;
};

/** What general readers and ours made of print for people on the same pictures. */
export type PrintResult = {
  /** Pictures that were read, of how many. */
  readonly pictures: number;
  readonly of: number;
  readonly date: string;
  readonly machine: string;
  readonly rows: readonly PrintRow[];
};
