import type { ColumnPaths } from './sample-columns.ts';

/** How far an interpolation reaches beyond the place that it is made for, pixels. */
const reach = 3;

/** The rows of a plane, from the first to before the last, that columns of so many steps need when they are sampled. */
export function rowsOfPaths(paths: ColumnPaths, steps: number): [from: number, to: number] {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < paths.length; at += 4) {
    const start = paths[at + 1]!;
    const end = start + paths[at + 3]! * steps;
    least = Math.min(least, start, end);
    most = Math.max(most, start, end);
  }
  return [Math.floor(least) - reach, Math.ceil(most) + reach];
}
