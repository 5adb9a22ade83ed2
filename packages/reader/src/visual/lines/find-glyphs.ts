import { openKernels } from '../../image/kernels/open-kernels.ts';
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
/** Numbers of a glyph, in the order in which they stand above. */
const numbers = 6;
/** Higher or wider ones cannot be letters, in pixels: they are left out. */
type Largest = { readonly width: number; readonly height: number };

/**
 * The connected components (8 neighbours) of a page's ink, by its runs. Letters that touch are one
 * of them.
 *
 * @param runs of the pixels that count
 * @param darkness that these have at least
 * @param ink how dark each pixel is
 */
export function findGlyphs({ edges, rows }: Runs, darkness: number, ink: Uint8Array, width: number, largest: Largest): Glyph[] {
  const count = edges.length / 2;
  const isDark = darkness >= darkInk;
  const opened = openKernels(4 * edges.length, 4 * rows.length, 4 * count, isDark ? 0 : ink.length, 4 * numbers * count);
  const [edgesAt, rowsAt, parents, inkAt, measures] = opened.areas as [number, number, number, number, number];
  const { kernels, bytes, integers } = opened;
  integers.set(edges, edgesAt / 4);
  integers.set(rows, rowsAt / 4);
  if (!isDark) bytes.set(ink, inkAt);
  const found = kernels.joinRuns(edgesAt, rowsAt, rows.length - 1, parents, inkAt, width, isDark ? 0 : darkInk, measures);
  return listGlyphs(integers, measures / 4, found, largest);
}

/**
 * Apart from the call of the kernels: whoever calls them is compiled anew for each of their
 * instances, and until then this loop would run as it is.
 */
function listGlyphs(integers: Int32Array, from: number, count: number, largest: Largest): Glyph[] {
  const glyphs: Glyph[] = [];
  for (let at = from; at < from + numbers * count; at += numbers) {
    const glyph = glyphAt(integers, at);
    if (glyph.mass >= minMass && glyph.right - glyph.left <= largest.width && glyph.bottom - glyph.top <= largest.height)
      glyphs.push(glyph);
  }
  return glyphs;
}

function glyphAt(integers: Int32Array, at: number): Glyph {
  return {
    left: integers[at]!,
    top: integers[at + 1]!,
    right: integers[at + 2]!,
    bottom: integers[at + 3]!,
    mass: integers[at + 4]!,
    dark: integers[at + 5]!,
  };
}
