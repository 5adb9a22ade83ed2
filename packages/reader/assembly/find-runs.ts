/**
 * Writes where runs of ink of this darkness at least begin and end in a row, by turns; an end is
 * the first pixel beyond it. Sixteen pixels at a time, what is behind the row may be read.
 *
 * @returns the address behind what was written
 */
export function findRuns(ink: usize, width: i32, darkness: i32, runs: usize): usize {
  const least = i8x16.splat(i8(darkness));
  let out = runs;
  let last = 0;
  for (let x = 0; x < width; x += 16) {
    let marks = i8x16.bitmask(i8x16.ge_u(v128.load(ink + x), least));
    if (width - x < 16) marks &= (1 << (width - x)) - 1;
    let edges = marks ^ (((marks << 1) | last) & 0xffff);
    last = marks >> 15;
    for (; edges !== 0; edges &= edges - 1) {
      store<i32>(out, x + ctz(edges));
      out += 4;
    }
  }
  if (last !== 0) {
    store<i32>(out, width);
    out += 4;
  }
  return out;
}
