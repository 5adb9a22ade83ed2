/** Buffers that live as long as the reader: a stage asks for one by name and gets the same memory again at the next picture. */
export type Scratch = {
  /** `length` numbers whose values are whatever the last user of that name left. */
  floats(name: string, length: number): Float32Array;
  doubles(name: string, length: number): Float64Array;
  integers(name: string, length: number): Int32Array;
};

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
