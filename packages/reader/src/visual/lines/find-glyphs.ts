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
const darkInk = 2;
/** Fewer pixels are dirt. */
const minMass = 4;
/** Higher or wider ones cannot be letters, in pixels: they are left out. */
type Largest = { readonly width: number; readonly height: number };

/** Runs of ink of a page, row by row: `start` and `end` in a row, and the component of each. */
type Runs = { count: number; start: Int32Array; end: Int32Array; parent: Int32Array };

/**
 * The connected components (8 neighbours) of a page's ink, by its runs: those that touch one of the
 * row above belong to its component (He, Chao, Suzuki 2008). Letters that touch are one of them.
 *
 * @param ink how dark each pixel is
 * @param darkness of the pixels that count, at least
 */
export function findGlyphs(ink: Uint8Array, width: number, height: number, darkness: number, largest: Largest): Glyph[] {
  const rows = new Int32Array(height + 1);
  const runs = findRuns(ink, width, height, darkness, rows);
  for (let y = 1; y < height; y++) linkRows(runs, rows[y - 1]!, rows[y]!, rows[y + 1]!);
  return measureRuns(runs, rows, ink, width).filter(
    ({ left, top, right, bottom, mass }) => mass >= minMass && right - left <= largest.width && bottom - top <= largest.height,
  );
}

function findRuns(ink: Uint8Array, width: number, height: number, darkness: number, rows: Int32Array): Runs {
  const most = height * ((width >> 1) + 1);
  const start = new Int32Array(most);
  const end = new Int32Array(most);
  let count = 0;
  for (let y = 0; y < height; y++) {
    rows[y] = count;
    const from = y * width;
    for (let x = 0; x < width; x++) {
      if (ink[from + x]! < darkness) continue;
      start[count] = x;
      while (x < width && ink[from + x]! >= darkness) x++;
      end[count++] = x;
    }
  }
  rows[height] = count;
  return { count, start, end, parent: Int32Array.from({ length: count }, (_, index) => index) };
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
function linkRows({ start, end, parent }: Runs, above: number, row: number, next: number): void {
  let upper = above;
  for (let run = row; run < next; run++) {
    while (upper < row && end[upper]! < start[run]!) upper++;
    for (let other = upper; other < row && start[other]! <= end[run]!; other++) {
      const [a, b] = [rootOf(parent, run), rootOf(parent, other)];
      if (a < b) parent[b] = a;
      else parent[a] = b;
    }
  }
}

function measureRuns({ count, start, end, parent }: Runs, rows: Int32Array, ink: Uint8Array, width: number): Glyph[] {
  const glyphs: { left: number; top: number; right: number; bottom: number; mass: number; dark: number }[] = [];
  const place = new Int32Array(count).fill(-1);
  for (let y = 0; y + 1 < rows.length; y++) {
    for (let run = rows[y]!; run < rows[y + 1]!; run++) {
      const root = rootOf(parent, run);
      const [left, right] = [start[run]!, end[run]!];
      if (place[root] === -1) place[root] = glyphs.push({ left, top: y, right, bottom: y, mass: 0, dark: 0 }) - 1;
      const glyph = glyphs[place[root]!]!;
      if (left < glyph.left) glyph.left = left;
      if (right > glyph.right) glyph.right = right;
      glyph.bottom = y + 1;
      glyph.mass += right - left;
      for (let at = y * width + left; at < y * width + right; at++) if (ink[at]! >= darkInk) glyph.dark++;
    }
  }
  return glyphs;
}
