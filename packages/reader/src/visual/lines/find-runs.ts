import { openKernels } from '../../image/kernels/open-kernels.ts';

/**
 * Runs of ink of a page, row by row: each from `edges[2 * run]` to before `edges[2 * run + 1]`;
 * `rows` is the first of each row, and behind the last row how many there are.
 */
export type Runs = { readonly edges: Int32Array; readonly rows: Int32Array };

/** The runs of pixels that are of this darkness at least. */
export function findRuns(ink: Uint8Array, width: number, height: number, darkness: number): Runs {
  // At most every other pixel is a run.
  const { kernels, bytes, integers, areas } = openKernels(ink.length, 4 * (width + 1) * height);
  const [pixels, edges] = areas as [number, number];
  bytes.set(ink, pixels);
  const rows = new Int32Array(height + 1);
  let end = edges;
  for (let y = 0; y < height; y++) {
    end = kernels.findRuns(pixels + y * width, width, darkness, end);
    rows[y + 1] = (end - edges) / 8;
  }
  return { edges: integers.slice(edges / 4, end / 4), rows };
}
