/** Ink that hangs together, in pixels of the page; right and bottom are the first beyond it. */
export type Glyph = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Pixels of ink. */
  readonly mass: number;
};

/** No page has more; what comes after is texture. */
const maxGlyphs = 12_000;

/**
 * The connected components (8 neighbours) of a page's ink. Letters that touch are one of them.
 *
 * @param ink how dark each pixel is
 * @param darkness of the pixels that count, at least
 */
export function findGlyphs(ink: Uint8Array, width: number, height: number, darkness: number): Glyph[] {
  const counted = ink.map((value) => (value >= darkness ? 1 : 0));
  return spread(counted, width, height);
}

/** @param ink 1 ink, 0 paper; is cleared */
function spread(ink: Uint8Array, width: number, height: number): Glyph[] {
  const queue = new Int32Array(width * height);
  const glyphs: Glyph[] = [];
  for (let seed = 0; seed < ink.length && glyphs.length < maxGlyphs; seed++) {
    if (ink[seed] === 0) continue;
    ink[seed] = 0;
    queue[0] = seed;
    let [left, top, right, bottom] = [width, height, 0, 0];
    let count = 1;
    for (let next = 0; next < count; next++) {
      const cell = queue[next]!;
      const x = cell % width;
      const y = (cell - x) / width;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          const neighbour = ny * width + nx;
          if (ink[neighbour] === 0) continue;
          ink[neighbour] = 0;
          queue[count++] = neighbour;
        }
      }
    }
    if (count >= 4) glyphs.push({ left, top, right: right + 1, bottom: bottom + 1, mass: count });
  }
  return glyphs;
}
