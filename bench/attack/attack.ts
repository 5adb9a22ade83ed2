import type { Target } from './start-target.ts';

/** Something hostile that is sent to a running service. */
export type Attack = {
  /** Family and name, as `--only` takes them: `files/tiff`. */
  readonly name: string;
  /** After so many seconds it has failed. */
  readonly limitSeconds: number;
  /**
   * Sends it and returns in a few words what came of it. Throws where that is not what it should
   * be.
   */
  readonly run: (target: Target, signal: AbortSignal) => Promise<string>;
};

/** Throws a sentence unless something holds. */
export function expectThat(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise);
}
