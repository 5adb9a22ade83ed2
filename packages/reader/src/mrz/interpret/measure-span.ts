/** From the left edge of a line's first character cell to the right edge of its last one, in steps of the strip. */
export type TextSpan = { readonly start: number; readonly end: number };

/** Print that is further than this from an even pitch, in characters, was taken for something else and is left out. */
const outlier = 0.5;

/**
 * Where the cells of evenly spaced characters begin and end: the straight line through the middles of the characters, from half a character
 * before the first to half a character after the last.
 *
 * @param middles in steps of the strip
 * @returns undefined for less than two characters
 */
export function measureSpan(middles: Float32Array): TextSpan | undefined {
  let line = fitEvenly(middles, () => true);
  if (!line) return undefined;
  const { first, pitch } = line;
  line = fitEvenly(middles, (middle, index) => Math.abs(middle - first - index * pitch) <= outlier * pitch) ?? line;
  return { start: line.first - line.pitch / 2, end: line.first + (middles.length - 0.5) * line.pitch };
}

/** Least squares through those that count. */
function fitEvenly(
  middles: Float32Array,
  counts: (middle: number, index: number) => boolean,
): { readonly first: number; readonly pitch: number } | undefined {
  let [n, sumX, sumY, sumXX, sumXY] = [0, 0, 0, 0, 0];
  for (let index = 0; index < middles.length; index++) {
    const middle = middles[index] as number;
    if (!counts(middle, index)) continue;
    n++;
    sumX += index;
    sumY += middle;
    sumXX += index * index;
    sumXY += index * middle;
  }
  const spread = n * sumXX - sumX * sumX;
  if (spread === 0) return undefined;
  const pitch = (n * sumXY - sumX * sumY) / spread;
  return pitch > 0 ? { first: (sumY - pitch * sumX) / n, pitch } : undefined;
}
