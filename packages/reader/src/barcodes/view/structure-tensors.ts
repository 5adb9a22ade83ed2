import { openKernels } from '../../image/kernels/open-kernels.ts';
import type { GreyPlane } from '../../image/plane.ts';

/** Pixels of the side of a block whose gradients are summed up. */
export const block = 16;

/**
 * Structure tensors of the blocks of a plane, row by row from the top left corner: sums of the
 * squares and of the product of their gradients' two parts (Jähne, "Digital Image Processing",
 * chapter 13).
 */
export type StructureTensors = {
  readonly columns: number;
  readonly rows: number;
  readonly xx: Float64Array;
  readonly yy: Float64Array;
  readonly xy: Float64Array;
};

/**
 * The tensors of all blocks that have neighbours on each side, the first at (1, 1). Gradients by
 * Scharr's operator, which tells directions apart to a degree. All numbers are whole and exact.
 */
export function sumGradients({ data, width, height }: GreyPlane): StructureTensors {
  const columns = Math.max(0, Math.floor((width - 2) / block));
  const rows = Math.max(0, Math.floor((height - 2) / block));
  const room = 8 * columns * rows;
  const { kernels, bytes, doubles, areas } = openKernels(data.length, room, room, room);
  const [pixels, ...sums] = areas as [number, number, number, number];
  bytes.set(data, pixels);
  for (let row = 0; row < rows; row++) {
    const [xx, yy, xy] = sums.map((area) => area + 8 * row * columns) as [number, number, number];
    kernels.sumGradients(pixels + (1 + row * block) * width + 1, width, columns, xx, yy, xy);
  }
  const [xx, yy, xy] = sums.map((area) => doubles.slice(area / 8, area / 8 + columns * rows)) as [Float64Array, Float64Array, Float64Array];
  return { columns, rows, xx, yy, xy };
}
