/** Buffers that live as long as the reader: a stage asks for one by name and gets the same memory again at the next picture. */
export type Scratch = {
  /** `length` numbers whose values are whatever the last user of that name left. */
  floats(name: string, length: number): Float32Array;
  doubles(name: string, length: number): Float64Array;
  integers(name: string, length: number): Int32Array;
};
