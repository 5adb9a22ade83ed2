/** Runs of ink of a page, row by row: from `start` to before `end`; `rows` is the first of each. */
export type Runs = { readonly count: number; readonly start: Int32Array; readonly end: Int32Array; readonly rows: Int32Array };

/** The runs of pixels with any ink. */
export function findRuns(ink: Uint8Array, width: number, height: number): Runs {
  const start = new Int32Array(height).fill(0);
  const rows = Int32Array.from({ length: height + 1 }, (_, y) => y);
  return findDarkerRuns({ count: height, start, end: start.map(() => width), rows }, ink, width, 1);
}

/** Of other runs those that are of this darkness at least: what is darker lies within them. */
export function findDarkerRuns(within: Runs, ink: Uint8Array, width: number, darkness: number): Runs {
  let most = 0;
  for (let run = 0; run < within.count; run++) most += (within.end[run]! - within.start[run]! + 1) >> 1;
  const start = new Int32Array(most);
  const end = new Int32Array(most);
  const rows = new Int32Array(within.rows.length);
  let count = 0;
  for (let y = 0; y + 1 < rows.length; y++) {
    rows[y] = count;
    const from = y * width;
    for (let run = within.rows[y]!; run < within.rows[y + 1]!; run++) {
      const to = from + within.end[run]!;
      for (let at = from + within.start[run]!; at < to; at++) {
        if (ink[at]! < darkness) continue;
        start[count] = at - from;
        while (at < to && ink[at]! >= darkness) at++;
        end[count++] = at - from;
      }
    }
  }
  rows[rows.length - 1] = count;
  return { count, start, end, rows };
}
