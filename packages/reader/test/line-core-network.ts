import type { Network, Tensor } from '../src/runtime/network.ts';

/** Darker than this is a ribbon, grey 0..1. */
const ink = 0.75;
/** The reading direction is that of the ramp of grey over this many pixels around a cell. */
const reach = 10;
/**
 * Paper shines through at a ribbon's rim: only what is darker than this, and rises gently from a
 * pixel to the next but one, is its ramp.
 */
const inside = 0.53;
const maxRise = 0.01;

/**
 * Sees in pictures of `drawLineCores` what the detector sees in real ones: the cores of lines and
 * their reading direction, one cell for 4 x 4 pixels. A stand-in for the trained network with which
 * geometry can be tested exactly.
 */
export const lineCoreNetwork: Network = {
  run({ data, dims }: Tensor): Promise<Tensor> {
    const [, , height = 0, width = 0] = dims;
    const columns = width / 4;
    const rows = height / 4;
    const maps = new Float32Array(3 * columns * rows);
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const cell = row * columns + column;
        maps[cell] = inkShare(data, width, column * 4, row * 4);
        const { x, y } = maps[cell] > 0 ? rampDirection(data, width, height, column * 4 + 2, row * 4 + 2) : { x: 1, y: 0 };
        maps[columns * rows + cell] = x;
        maps[2 * columns * rows + cell] = y;
      }
    }
    return Promise.resolve({ data: maps, dims: [1, 3, rows, columns] });
  },
};

function inkShare(data: Float32Array, width: number, left: number, top: number): number {
  let share = 0;
  for (let y = top; y < top + 4; y++) {
    for (let x = left; x < left + 4; x++) share += (data[y * width + x] as number) < ink ? 1 / 16 : 0;
  }
  return share;
}

function rampDirection(data: Float32Array, width: number, height: number, centreX: number, centreY: number): { x: number; y: number } {
  let rightward = 0;
  let downward = 0;
  let rightwardCount = 1e-9;
  let downwardCount = 1e-9;
  for (let y = Math.max(0, centreY - reach); y < Math.min(height - 2, centreY + reach); y++) {
    for (let x = Math.max(0, centreX - reach); x < Math.min(width - 2, centreX + reach); x++) {
      const here = data[y * width + x] as number;
      const right = data[y * width + x + 2] as number;
      const below = data[(y + 2) * width + x] as number;
      if (here > inside) continue;
      if (right <= inside && Math.abs(right - here) < maxRise) {
        rightward += right - here;
        rightwardCount++;
      }
      if (below <= inside && Math.abs(below - here) < maxRise) {
        downward += below - here;
        downwardCount++;
      }
    }
  }
  const x = rightward / rightwardCount;
  const y = downward / downwardCount;
  const norm = Math.hypot(x, y) || 1;
  return { x: x / norm, y: y / norm };
}
