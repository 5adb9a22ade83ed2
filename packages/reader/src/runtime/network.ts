/** A dense array of numbers in row-major order. */
export type Tensor = { readonly data: Float32Array; readonly dims: readonly number[] };

/** A neural network with one input and one output, whatever executes it. */
export type Network = {
  run(input: Tensor): Promise<Tensor>;
  /**
   * Numbers of an input that are computed in the time that each run takes besides; 0 unless given.
   */
  readonly startCost?: number;
};
