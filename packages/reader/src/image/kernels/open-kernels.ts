import { imageKernels } from '../generated/image-kernels.ts';

/**
 * The innermost loops over pixels, compiled from packages/reader/assembly: WebAssembly has vector
 * instructions, and they take a third of the time that they take in JavaScript. Addresses are in
 * bytes; packages/reader/assembly says what lies there.
 */
type Kernels = {
  halve(upper: number, lower: number, half: number, count: number): void;
  sumRows(rows: number, stride: number, weights: number, weightStride: number, taps: number, sums: number, count: number): void;
  weighColumns(sums: number, starts: number, weights: number, taps: number, target: number, count: number): void;
  sampleMeans(
    plane: number,
    stride: number,
    maxX: number,
    maxY: number,
    grid: number,
    columns: number,
    oversampling: number,
    target: number,
    height: number,
  ): void;
  sampleCubic(
    plane: number,
    stride: number,
    width: number,
    height: number,
    grid: number,
    columns: number,
    target: number,
    rows: number,
    crossings: number,
    room: number,
  ): void;
  leastPairs(pixels: number, width: number, rows: number, least: number): void;
  moveSums(added: number, taken: number, sums: number, width: number): void;
  markInk(
    row: number,
    sums: number,
    radius: number,
    columnReciprocals: number,
    rowReciprocal: number,
    darkest: number,
    ink: number,
    width: number,
  ): void;
  findRuns(ink: number, width: number, darkness: number, runs: number): number;
  joinRuns(
    edges: number,
    rows: number,
    height: number,
    parents: number,
    ink: number,
    width: number,
    dark: number,
    measures: number,
  ): number;
  sumGradients(pixels: number, stride: number, blocks: number, xx: number, yy: number, xy: number): void;
};

/** Memory of the kernels, in all types that lie in it. It holds until they are opened again. */
type KernelMemory = {
  readonly bytes: Uint8Array;
  readonly floats: Float32Array;
  readonly doubles: Float64Array;
  readonly integers: Int32Array;
};

export type OpenKernels = KernelMemory & {
  readonly kernels: Kernels;
  /** Addresses of the areas that were asked for, multiples of 16. */
  readonly areas: readonly number[];
};

type Instance = { readonly kernels: Kernels; readonly memory: WebAssembly.Memory; views: KernelMemory };

const pageBytes = 65_536;
/** Kernels read and write in vectors: what runs over an area's end by less than this has room. */
const slack = 64;
/** Memory never shrinks, so that what one large picture needed is given up with its instance. */
const maxKeptBytes = 16_000_000;

let compiled: WebAssembly.Module | undefined;
let instance: Instance | undefined;

/**
 * Opens the kernels with areas of so many bytes, whose contents are arbitrary. They belong to
 * whoever opened them last: call, copy the result, and forget them before anything else runs.
 */
export function openKernels(...sizes: readonly number[]): OpenKernels {
  let end = slack;
  const areas = sizes.map((size) => {
    const area = end;
    end = Math.ceil((area + size + slack) / 16) * 16;
    return area;
  });
  if (!instance || (instance.memory.buffer.byteLength > maxKeptBytes && end <= maxKeptBytes)) instance = instantiate();
  const missing = end - instance.memory.buffer.byteLength;
  if (missing > 0) {
    instance.memory.grow(Math.ceil(missing / pageBytes));
    instance.views = viewsOf(instance.memory);
  }
  return { ...instance.views, kernels: instance.kernels, areas };
}

function instantiate(): Instance {
  const memory = new WebAssembly.Memory({ initial: 1 });
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(imageKernels), (character) => character.charCodeAt(0)));
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
  return { kernels: exports as unknown as Kernels, memory, views: viewsOf(memory) };
}

function viewsOf({ buffer }: WebAssembly.Memory): KernelMemory {
  return {
    bytes: new Uint8Array(buffer),
    floats: new Float32Array(buffer),
    doubles: new Float64Array(buffer),
    integers: new Int32Array(buffer),
  };
}
