/**
 * Splits rows into parts whose lengths are powers of two, the longest first. Whoever writes rows of
 * changing number, again and again, writes a few texts of statements this way, which are compiled
 * once, instead of one for each number.
 *
 * @param longest rows of a part at most, a power of two
 */
export function* inPowersOfTwo<Row>(rows: readonly Row[], longest: number): Generator<readonly Row[]> {
  let length = longest;
  for (let from = 0; from < rows.length; from += length) {
    while (length > rows.length - from) length /= 2;
    yield rows.slice(from, from + length);
  }
}
