import type { Runs } from './find-runs.ts';

/** Ink that hangs together, in pixels of the page; right and bottom are the first beyond it. */
export type Glyph = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Pixels of ink, and how many of them are dark. */
  readonly mass: number;
  readonly dark: number;
};

/** Ink of this darkness stands out from guilloche and pictures. */
export const darkInk = 2;
/** Fewer pixels are dirt. */
const minMass = 4;
/** Higher or wider ones cannot be letters, in pixels: they are left out. */
type Largest = { readonly width: number; readonly height: number };

/**
 * The connected components (8 neighbours) of a page's ink, by its runs: those that touch one of the
 * row above belong to its component (He, Chao, Suzuki 2008). Letters that touch are one of them.
 *
 * @param runs of the pixels that count
 * @param darkness that these have at least
 * @param ink how dark each pixel is
 */
export function findGlyphs(runs: Runs, darkness: number, ink: Uint8Array, width: number, largest: Largest): Glyph[] {
  const { rows } = runs;
  const parent = new Int32Array(rows.at(-1)!);
  for (let run = 0; run < parent.length; run++) parent[run] = run;
  for (let y = 1; y + 1 < rows.length; y++) linkRows(runs, parent, rows[y - 1]!, rows[y]!, rows[y + 1]!);
  return measureRuns(runs, parent, darkness, ink, width).filter(
    ({ left, top, right, bottom, mass }) => mass >= minMass && right - left <= largest.width && bottom - top <= largest.height,
  );
}

function rootOf(parent: Int32Array, index: number): number {
  let at = index;
  while (parent[at] !== at) {
    parent[at] = parent[parent[at]!]!;
    at = parent[at]!;
  }
  return at;
}

/** Joins the runs of a row with those above that they touch, also at a corner. */
function linkRows({ edges }: Runs, parent: Int32Array, above: number, row: number, next: number): void {
  let upper = above;
  for (let run = row; run < next; run++) {
    let root = run;
    while (upper < row && edges[2 * upper + 1]! < edges[2 * run]!) upper++;
    for (let other = upper; other < row && edges[2 * other]! <= edges[2 * run + 1]!; other++) {
      const otherRoot = rootOf(parent, other);
      if (root < otherRoot) parent[otherRoot] = root;
      else {
        parent[root] = otherRoot;
        root = otherRoot;
      }
    }
  }
}

function measureRuns({ edges, rows }: Runs, parent: Int32Array, darkness: number, ink: Uint8Array, width: number): Glyph[] {
  const glyphs: { left: number; top: number; right: number; bottom: number; mass: number; dark: number }[] = [];
  const place = new Int32Array(parent.length).fill(-1);
  for (let y = 0; y + 1 < rows.length; y++) {
    for (let run = rows[y]!; run < rows[y + 1]!; run++) {
      // Parents come first, so that those of this one's parent are known.
      const root = parent[parent[run]!]!;
      parent[run] = root;
      const left = edges[2 * run]!;
      const right = edges[2 * run + 1]!;
      if (place[root] === -1) place[root] = glyphs.push({ left, top: y, right, bottom: y, mass: 0, dark: 0 }) - 1;
      const glyph = glyphs[place[root]!]!;
      if (left < glyph.left) glyph.left = left;
      if (right > glyph.right) glyph.right = right;
      glyph.bottom = y + 1;
      glyph.mass += right - left;
      glyph.dark += darkness >= darkInk ? right - left : countDark(ink, y * width + left, y * width + right);
    }
  }
  return glyphs;
}

function countDark(ink: Uint8Array, from: number, to: number): number {
  let dark = 0;
  for (let at = from; at < to; at++) if (ink[at]! >= darkInk) dark++;
  return dark;
}
