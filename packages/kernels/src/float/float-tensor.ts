/** Floats in rows: the last dimension runs fastest. Pictures are [1, channels, height, width]. */
export type FloatTensor = { readonly dims: readonly number[]; readonly data: Float32Array };

/** A tensor of zeros. */
export function zeros(dims: readonly number[]): FloatTensor {
  return { dims, data: new Float32Array(dims.reduce((count, dim) => count * dim, 1)) };
}

/** @throws RangeError for what is not one picture */
export function sidesOf({ dims }: FloatTensor): { readonly channels: number; readonly height: number; readonly width: number } {
  const [count, channels = 0, height = 0, width = 0] = dims;
  if (dims.length !== 4 || count !== 1) throw new RangeError(`One picture is computed at a time, not [${dims.join(', ')}].`);
  return { channels, height, width };
}
