/** A dense array of numbers in row-major order. */
export type Tensor = { readonly data: Float32Array; readonly dims: readonly number[] };

/** A neural network with one input and one output, whatever executes it. */
export type Network = { run(input: Tensor): Promise<Tensor> };
