import type { Scratch } from './scratch.ts';

/** Scratch memory for one reader; not to be shared by two readings at the same time. */
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
