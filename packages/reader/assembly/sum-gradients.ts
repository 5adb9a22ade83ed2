/** Pixels of the side of a block, as in packages/reader/src/barcodes/view/structure-tensors.ts. */
const BLOCK: i32 = 16;

/**
 * Structure tensors of blocks beside each other: of each the sums of the squares and of the product
 * of its gradients (Scharr's operator). A gradient is 4,080 at most, so the 64 of a block that go
 * into one lane stay below 2 ** 31.
 *
 * @param pixels bytes, the first one of the first block; all have neighbours on each side
 * @param stride bytes from row to row
 * @param blocks how many there are
 * @param xx memory for a double for each block, the squares across; yy those down, xy the products
 */
export function sumGradients(pixels: usize, stride: i32, blocks: i32, xx: usize, yy: usize, xy: usize): void {
  for (let block = 0; block < blocks; block++) {
    const first = pixels + BLOCK * block;
    let acrossSquares = i32x4.splat(0);
    let downSquares = i32x4.splat(0);
    let products = i32x4.splat(0);
    for (let row = first; row < first + BLOCK * stride; row += stride) {
      for (let at = row; at < row + BLOCK; at += 8) {
        const up = at - stride;
        const down = at + stride;
        const fall = i16x8.sub(load8(down - 1), load8(up - 1));
        const fallRight = i16x8.sub(load8(down + 1), load8(up + 1));
        const rise = i16x8.sub(load8(up + 1), load8(up - 1));
        const riseBelow = i16x8.sub(load8(down + 1), load8(down - 1));
        const across = weigh(i16x8.add(rise, riseBelow), i16x8.sub(load8(at + 1), load8(at - 1)));
        const downwards = weigh(i16x8.add(fall, fallRight), i16x8.sub(load8(down), load8(up)));
        acrossSquares = i32x4.add(acrossSquares, i32x4.dot_i16x8_s(across, across));
        downSquares = i32x4.add(downSquares, i32x4.dot_i16x8_s(downwards, downwards));
        products = i32x4.add(products, i32x4.dot_i16x8_s(across, downwards));
      }
    }
    store<f64>(xx + 8 * block, sumLanes(acrossSquares));
    store<f64>(yy + 8 * block, sumLanes(downSquares));
    store<f64>(xy + 8 * block, sumLanes(products));
  }
}

function load8(at: usize): v128 {
  return v128.load8x8_u(at);
}

/** Scharr's weights: 3 for the pixels beside the middle, 10 for the middle. */
function weigh(beside: v128, middle: v128): v128 {
  return i16x8.add(i16x8.mul(beside, i16x8.splat(3)), i16x8.mul(middle, i16x8.splat(10)));
}

function sumLanes(lanes: v128): f64 {
  const pairs = i64x2.add(i64x2.extend_low_i32x4_s(lanes), i64x2.extend_high_i32x4_s(lanes));
  return <f64>(i64x2.extract_lane(pairs, 0) + i64x2.extract_lane(pairs, 1));
}
