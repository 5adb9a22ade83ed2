/** How real numbers are stored in 0..255: `(q - zero) * scale`. */
export type Quantisation = { readonly scale: number; readonly zero: number };

/**
 * A convolution and what follows it up to the next one. It is computed in integers, requantised
 * channel by channel, and maybe added to another tensor.
 */
export type Layer = {
  /** What its result is called in the model that it was made of. */
  readonly name: string;
  /** The tensor that it takes: 0 is the normalised picture, n what layer n gives. */
  readonly input: number;
  readonly inputChannels: number;
  readonly channels: number;
  /** Rows and columns. */
  readonly kernel: readonly [number, number];
  readonly strides: readonly [number, number];
  /** Above, left, below, right. */
  readonly padding: readonly [number, number, number, number];
  /** How the product is stored: what is below its zero point is cut off, which is a ReLU at 0. */
  readonly product: Quantisation;
  readonly addition?: Addition;
};

/**
 * What is added to a product: `addend * (a - 128) + constant + product * p`, in this order, where
 * `a` is stored in the other tensor and `p` is the product less its zero point.
 */
export type Addition = {
  /** The other tensor, and whether each of its pixels counts for two by two. */
  readonly tensor: number;
  readonly doubling: boolean;
  readonly factors: { readonly addend: number; readonly product: number; readonly constant: number };
  readonly result: Quantisation;
};

/** What is made of the last layer: a product of matrices in floats, and what it means. */
export type Head = {
  /** Probability, cosine and sine for each cell; or logarithms of probabilities for each step. */
  readonly answer: 'maps' | 'log_probs';
  readonly channels: number;
  /**
   * Steps that each pixel of the last tensor answers for, one after the other, and what each says.
   */
  readonly steps: number;
  readonly classes: number;
  /** Added to the length of a direction before it is divided by it. */
  readonly epsilon: number;
};

/** A network as the kernels compute it. Its numbers lie in a file of their own: NetworkWeights. */
export type NetworkDescription = {
  /** Added to the standard deviation of a picture, and how the normalised picture is stored. */
  readonly picture: Quantisation & { readonly epsilon: number };
  readonly layers: readonly Layer[];
  readonly head: Head;
};

/** How a tensor of a network is stored: 0 is the picture, n what layer n gives. */
export function quantisationOf({ picture, layers }: NetworkDescription, tensor: number): Quantisation {
  if (tensor === 0) return picture;
  const { product, addition } = layers[tensor - 1]!;
  return addition?.result ?? product;
}

/** Columns of the last product: each class of each step. */
export function columnsOf({ steps, classes }: Head): number {
  return steps * classes;
}

/** Channels of a tensor of a network. The picture has four: pixels of a row. */
export function channelsOf({ layers }: NetworkDescription, tensor: number): number {
  return tensor === 0 ? 4 : layers[tensor - 1]!.channels;
}
