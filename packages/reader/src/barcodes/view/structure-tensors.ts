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
 * Scharr's operator, which tells directions apart to a degree.
 *
 * The operator is taken apart: each column of three pixels is weighed once, and serves the three
 * gradients that it is a part of. All numbers are whole and exact.
 */
export function sumGradients({ data, width, height }: GreyPlane): StructureTensors {
  const columns = Math.max(0, Math.floor((width - 2) / block));
  const rows = Math.max(0, Math.floor((height - 2) / block));
  const tensors = {
    columns,
    rows,
    xx: new Float64Array(columns * rows),
    yy: new Float64Array(columns * rows),
    xy: new Float64Array(columns * rows),
  };
  for (let y = 0; y < rows * block; y++) addRow(data, width, (y + 1) * width, tensors, Math.floor(y / block) * columns);
  return tensors;
}

/** @param at of the row's first pixel */
function addRow(data: Uint8Array, width: number, at: number, { columns, xx, yy, xy }: StructureTensors, first: number): void {
  let up = at - width + 2;
  let middle = at + 2;
  let down = at + width + 2;
  // Weighed sums and differences of the columns to the left of a pixel and of its own.
  let left = smooth(data[up - 2]!, data[middle - 2]!, data[down - 2]!);
  let own = smooth(data[up - 1]!, data[middle - 1]!, data[down - 1]!);
  let fallLeft = data[down - 2]! - data[up - 2]!;
  let fall = data[down - 1]! - data[up - 1]!;
  for (let place = first; place < first + columns; place++) {
    // A row of a block adds up to less than 2 ** 28.
    let acrossSquares = 0;
    let downSquares = 0;
    let products = 0;
    for (const end = up + block; up < end; up++, middle++, down++) {
      const right = smooth(data[up]!, data[middle]!, data[down]!);
      const fallRight = data[down]! - data[up]!;
      const dx = right - left;
      const dy = 3 * (fallLeft + fallRight) + 10 * fall;
      acrossSquares = (acrossSquares + Math.imul(dx, dx)) | 0;
      downSquares = (downSquares + Math.imul(dy, dy)) | 0;
      products = (products + Math.imul(dx, dy)) | 0;
      left = own;
      own = right;
      fallLeft = fall;
      fall = fallRight;
    }
    xx[place]! += acrossSquares;
    yy[place]! += downSquares;
    xy[place]! += products;
  }
}

function smooth(up: number, middle: number, down: number): number {
  return 3 * (up + down) + 10 * middle;
}
