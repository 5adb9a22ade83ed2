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

/** No page has more; what comes after is texture. */
const maxGlyphs = 12_000;
/** Fewer pixels are dirt. */
const minMass = 4;

/**
 * The connected components (8 neighbours) of a page's ink. Letters that touch are one of them.
 *
 * @param ink how dark each pixel is
 * @param darkness of the pixels that count, at least
 */
export function findGlyphs(ink: Uint8Array, width: number, height: number, darkness: number): Glyph[] {
  // A rim of paper, so that every pixel has eight neighbours.
  const stride = width + 2;
  const left = new Uint8Array(stride * (height + 2));
  for (let y = 0; y < height; y++) {
    const to = (y + 1) * stride + 1;
    for (let x = 0, from = y * width; x < width; x++, from++) if (ink[from]! >= darkness) left[to + x] = ink[from]!;
  }
  const shades = left.slice();
  const queue = new Int32Array(width * height);
  const glyphs: Glyph[] = [];
  for (let seed = 0; seed < left.length && glyphs.length < maxGlyphs; seed++) {
    if (left[seed] === 0) continue;
    const glyph = measure(shades, queue, spread(left, stride, queue, seed), stride);
    if (glyph.mass >= minMass) glyphs.push(glyph);
  }
  return glyphs;
}

/** Takes a component's pixels into the queue, and away from the ink. Returns how many there are. */
function spread(left: Uint8Array, stride: number, queue: Int32Array, seed: number): number {
  queue[0] = seed;
  left[seed] = 0;
  let count = 1;
  for (let next = 0; next < count; next++) {
    for (let row = queue[next]! - stride; row <= queue[next]! + stride; row += stride) {
      for (let cell = row - 1; cell <= row + 1; cell++) {
        if (left[cell] === 0) continue;
        left[cell] = 0;
        queue[count++] = cell;
      }
    }
  }
  return count;
}

function measure(ink: Uint8Array, queue: Int32Array, count: number, stride: number): Glyph {
  let [left, top, right, bottom, dark] = [stride, Number.MAX_SAFE_INTEGER, 0, 0, 0];
  for (let next = 0; next < count; next++) {
    const x = queue[next]! % stride;
    const y = (queue[next]! - x) / stride;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
    if (ink[queue[next]!]! > 1) dark++;
  }
  // The rim is one pixel wide.
  return { left: left - 1, top: top - 1, right, bottom, mass: count, dark };
}
