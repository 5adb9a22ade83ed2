/**
 * From the left edge of a line's first character cell to the right edge of its last one, in steps
 * along the strip.
 */
export type TextSpan = { readonly start: number; readonly end: number };

/**
 * Characters that are further than this from an even pitch, in pitches, were misplaced and are
 * ignored.
 */
const maxDeviation = 0.5;

/**
 * Where the cells of evenly spaced characters begin and end: the straight line through their
 * centres, from half a pitch before the first to half a pitch after the last.
 *
 * @param centres in steps along the strip
 * @returns undefined for fewer than two characters
 */
export function measureSpan(centres: Float32Array): TextSpan | undefined {
  let line = fitEvenly(centres, () => true);
  if (!line) return undefined;
  const { first, pitch } = line;
  line = fitEvenly(centres, (centre, index) => Math.abs(centre - first - index * pitch) <= maxDeviation * pitch) ?? line;
  return { start: line.first - line.pitch / 2, end: line.first + (centres.length - 0.5) * line.pitch };
}

/** Least squares through the centres that count. */
function fitEvenly(
  centres: Float32Array,
  counts: (centre: number, index: number) => boolean,
): { readonly first: number; readonly pitch: number } | undefined {
  let [n, sumX, sumY, sumXX, sumXY] = [0, 0, 0, 0, 0];
  for (let index = 0; index < centres.length; index++) {
    const centre = centres[index]!;
    if (!counts(centre, index)) continue;
    n++;
    sumX += index;
    sumY += centre;
    sumXX += index * index;
    sumXY += index * centre;
  }
  const spread = n * sumXX - sumX * sumX;
  if (spread === 0) return undefined;
  const pitch = (n * sumXY - sumX * sumY) / spread;
  return pitch > 0 ? { first: (sumY - pitch * sumX) / n, pitch } : undefined;
}
