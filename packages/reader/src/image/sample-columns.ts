import { type OpenKernels, openKernels } from './kernels/open-kernels.ts';
import type { GreyPlane } from './plane.ts';
import { boxOfColumns, loadBox } from './plane-box.ts';
import type { SamplingGrid, SamplingTarget } from './sampling-grid.ts';

export type { SamplingGrid } from './sampling-grid.ts';

/**
 * Samples a target picture (grey 0..1) by walking down its columns through a plane: any mapping
 * from target to plane that is straight along columns takes a single resampling. Beyond its border
 * the plane repeats its last pixels.
 *
 * @param grid `width * oversampling` columns. With oversampling n, a pixel is the mean of n x n
 *   bilinear samples, which prevents aliasing when shrinking about n-fold; with 1, interpolation is
 *   cubic (Catmull-Rom) where `enlarging`, else bilinear
 */
export function sampleColumns(
  plane: GreyPlane,
  grid: SamplingGrid,
  target: SamplingTarget,
  oversampling: number,
  enlarging: boolean,
): void {
  sampleRange({ plane, grid, target, oversampling, isCubic: enlarging && oversampling === 1 }, 0, target.width);
}

/**
 * Planes come in halves, so that those of documents are shrunk less than this; those of a picture
 * of one pixel's width do not, and one pixel of a small view is hundreds of theirs.
 */
const maxOversampling = 16;

/**
 * Samples per pixel along each axis that shrinking needs, no more than 16.
 *
 * @param step pixels of the plane from one pixel of the target to the next
 * @param maxSingleStep the step up to which one sample is enough
 */
export function chooseOversampling(step: number, maxSingleStep: number): number {
  return step <= maxSingleStep ? 1 : Math.min(maxOversampling, Math.ceil(step - 0.2));
}

type Sampling = {
  readonly plane: GreyPlane;
  readonly grid: SamplingGrid;
  readonly target: SamplingTarget;
  readonly oversampling: number;
  readonly isCubic: boolean;
};

/**
 * Pixels of a box of the plane that are given to the kernels at once: columns that run askew
 * through a large plane are parted, since each half of them needs a quarter of its pixels.
 */
const maxBoxPixels = 1_000_000;

/** Samples the columns of the target from one to before another. */
function sampleRange(sampling: Sampling, from: number, to: number): void {
  const { plane, grid, target, oversampling } = sampling;
  const box = boxOfColumns(plane, grid.subarray(4 * from * oversampling, 4 * to * oversampling), target.height);
  const even = Math.ceil((to - from) / 2) * 2;
  if (box.width * box.height > maxBoxPixels && even > 2) {
    const middle = from + Math.ceil(even / 4) * 2;
    sampleRange(sampling, from, middle);
    sampleRange(sampling, middle, to);
    return;
  }
  const opened = openKernels((box.width + 1) * (box.height + 1), 32 * even * oversampling, 4 * even * target.height, 16 * crossings);
  const [pixels, places, out, between] = opened.areas as [number, number, number, number];
  loadBox(plane, box, opened.bytes, pixels);
  // Where the plane's first pixel would lie.
  const first = pixels - box.top * box.width - box.left;
  const { kernels, doubles } = opened;
  if (sampling.isCubic) {
    writePlaces(sampling, from, to, doubles.subarray(places / 8, places / 8 + 4 * even));
    kernels.sampleCubic(first, box.width, plane.width, plane.height, places, even, out, target.height, between, crossings);
  } else {
    writePlacesInRows(sampling, from, to, doubles.subarray(places / 8, places / 8 + 4 * even * oversampling));
    kernels.sampleMeans(first, box.width, plane.width - 1, plane.height - 1, places, even, oversampling, out, target.height);
  }
  copyColumns(opened, out / 4, even, target, from, to);
}

/** What a column that is sampled in two passes may meet of the plane. */
const crossings = 4096;

/** Where the topmost pixels of columns lie, from pixel centres to indices, and their steps. */
function writePlaces({ grid }: Sampling, from: number, to: number, places: Float64Array): void {
  for (let x = 0; 4 * x < places.length; x++) {
    const column = 4 * Math.min(from + x, to - 1);
    places[4 * x] = grid[column]! - 0.5;
    places[4 * x + 1] = grid[column + 1]! - 0.5;
    places[4 * x + 2] = grid[column + 2]!;
    places[4 * x + 3] = grid[column + 3]!;
  }
}

/**
 * Where the topmost samples of columns lie, and the steps between samples, each number in a row.
 */
function writePlacesInRows({ grid, oversampling }: Sampling, from: number, to: number, places: Float64Array): void {
  const even = places.length / (4 * oversampling);
  for (let within = 0, at = 0; within < oversampling; within++, at += 4 * even) {
    for (let x = 0; x < even; x++) {
      const column = 4 * (Math.min(from + x, to - 1) * oversampling + within);
      const stepX = grid[column + 2]! / oversampling;
      const stepY = grid[column + 3]! / oversampling;
      // From pixel centres to indices, and from the centre of the topmost pixel to that of its
      // topmost sample.
      places[at + x] = grid[column]! - 0.5 - (stepX * (oversampling - 1)) / 2;
      places[at + even + x] = grid[column + 1]! - 0.5 - (stepY * (oversampling - 1)) / 2;
      places[at + 2 * even + x] = stepX;
      places[at + 3 * even + x] = stepY;
    }
  }
}

function copyColumns({ floats }: OpenKernels, out: number, even: number, target: SamplingTarget, from: number, to: number): void {
  if (even === target.width) {
    target.data.set(floats.subarray(out, out + even * target.height), target.offset);
    return;
  }
  for (let y = 0; y < target.height; y++) {
    const row = out + y * even;
    target.data.set(floats.subarray(row, row + to - from), target.offset + y * target.width + from);
  }
}

/** How far an interpolation reads beyond its position, pixels. */
const reach = 3;

/**
 * The rows of a plane, from the first to before the last, that sampling columns of this many steps
 * reads.
 */
export function rowsOfGrid(grid: SamplingGrid, steps: number): [from: number, to: number] {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < grid.length; at += 4) {
    const start = grid[at + 1]!;
    const end = start + grid[at + 3]! * steps;
    // A column in no place shows the border, wherever that is read.
    if (Number.isNaN(end)) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    min = Math.min(min, start, end);
    max = Math.max(max, start, end);
  }
  return [Math.floor(min) - reach, Math.ceil(max) + reach];
}
