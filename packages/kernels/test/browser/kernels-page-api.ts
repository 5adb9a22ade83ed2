import type { InstructionSet, networks } from '../../src/index.ts';

/** What a test calls in the page of the kernels. */
export type KernelsPage = {
  /** The instructions that the browser would be given. */
  chosen(): InstructionSet;
  /** Runs a network on a drawn picture, and returns the bits of its answer. */
  run(network: keyof typeof networks, set: InstructionSet, dims: readonly number[], seed: number): Promise<number[]>;
};

declare global {
  var kernelsPage: KernelsPage;
}
