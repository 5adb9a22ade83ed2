/**
 * Every buffer and the one function that uses it. A name belongs to a single owner: two that used
 * the same one would overwrite each other's numbers.
 */
type ScratchBuffers = {
  readonly floats:
    | 'detector.input' // mrz/detector/create-detector.ts
    | 'crop.pixels' // mrz/detector/sample-crop.ts
    | 'strips.data'; // mrz/rectify/rectify-lines.ts
  readonly doubles:
    | 'crop.grid' // mrz/detector/sample-crop.ts
    | 'slant.sums' // mrz/rectify/measure-slant.ts
    | 'strips.grid' // mrz/rectify/rectify-lines.ts
    | 'resample.columns.weights' // image/resample-plane.ts, these two
    | 'resample.rows.weights';
  readonly integers:
    | 'components.visited' // mrz/search/find-components.ts, these two
    | 'components.queue'
    | 'resample.columns.start' // image/resample-plane.ts, these two
    | 'resample.rows.start';
};

/**
 * Buffers that live as long as the reader: whoever asks for one by its name gets the same memory
 * again at the next picture, with the values that were left in it.
 */
export type Scratch = {
  floats(name: ScratchBuffers['floats'], length: number): Float32Array;
  doubles(name: ScratchBuffers['doubles'], length: number): Float64Array;
  integers(name: ScratchBuffers['integers'], length: number): Int32Array;
};

/** Scratch memory for one reader; two readings must not use it at the same time. */
export function createScratch(): Scratch {
  return {
    floats: keepBuffers((length) => new Float32Array(length)),
    doubles: keepBuffers((length) => new Float64Array(length)),
    integers: keepBuffers((length) => new Int32Array(length)),
  };
}

type Buffer<B> = { readonly length: number; subarray(from: number, to: number): B };

function keepBuffers<B extends Buffer<B>>(create: (length: number) => B): (name: string, length: number) => B {
  const kept = new Map<string, B>();
  return (name, length) => {
    let buffer = kept.get(name);
    if (!buffer || buffer.length < length) {
      buffer = create(length);
      kept.set(name, buffer);
    }
    return buffer.subarray(0, length);
  };
}
