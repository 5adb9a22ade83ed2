/**
 * Of each two pixels (singles) side by side the least sum over some rows; four at a time, what runs
 * over has room.
 */
export function leastPairs(pixels: usize, width: i32, rows: i32, least: usize): void {
  for (let x = 0; x < width; x += 4) {
    let low = f32x4.splat(2);
    let at = pixels + 4 * x;
    for (let row = 0; row < rows; row++) {
      low = f32x4.pmin(low, f32x4.add(v128.load(at), v128.load(at, 4)));
      at += 4 * width;
    }
    v128.store(least + 4 * x, low);
  }
}
