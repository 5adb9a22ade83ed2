import { openKernels } from './kernels/open-kernels.ts';
import type { GreyPlane } from './plane.ts';

/** Bytes of the plane that are halved at once, if rows are no longer. */
const blockBytes = 262_144;

/** Half as wide and high, rounded down (never below 1): each pixel is the mean of a 2 x 2 block. */
export function halvePlane(plane: GreyPlane): GreyPlane {
  const width = Math.max(1, plane.width >> 1);
  const height = Math.max(1, plane.height >> 1);
  const data = new Uint8Array(width * height);
  // A side of one pixel is its own neighbour.
  if (plane.width < 2 || plane.height < 2) halveLine(plane.data, data);
  else halveBlocks(plane, width, height, data);
  return { data, width, height };
}

function halveBlocks(plane: GreyPlane, width: number, height: number, data: Uint8Array): void {
  const stride = plane.width;
  const rows = Math.max(1, Math.floor(blockBytes / (2 * stride)));
  const { kernels, bytes, areas } = openKernels(2 * rows * stride, rows * width);
  const [source, half] = areas as [number, number];
  for (let y = 0; y < height; y += rows) {
    const count = Math.min(rows, height - y);
    bytes.set(plane.data.subarray(2 * y * stride, 2 * (y + count) * stride), source);
    for (let row = 0; row < count; row++) {
      const upper = source + 2 * row * stride;
      kernels.halve(upper, upper + stride, half + row * width, width);
    }
    data.set(bytes.subarray(half, half + count * width), y * width);
  }
}

/** A plane of one row, or one column. */
function halveLine(line: Uint8Array, half: Uint8Array): void {
  for (let at = 0; at < half.length; at++) half[at] = (line[2 * at]! + (line[2 * at + 1] ?? line[2 * at]!) + 1) >> 1;
}
