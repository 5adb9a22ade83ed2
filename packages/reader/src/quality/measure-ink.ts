import { type LineStrips, stripGeometry } from '../mrz/line-strips.ts';

/** Brightness of the paper and the ink of a line, 0 black to 1 white. */
export type Ink = { readonly paper: number; readonly ink: number };

/** Shares of a line's pixels that are darker than what counts as its ink and as its paper. */
const inkShare = 0.05;
const paperShare = 0.9;
const levels = 256;

/** Paper and ink of each line of a zone. */
export function measureInk({ data, lines, width }: LineStrips): Ink[] {
  const { height, glyphHeight, margin } = stripGeometry;
  const top = (height - glyphHeight) / 2;
  return Array.from({ length: lines }, (_, line) => {
    const counts = new Uint32Array(levels);
    for (let y = top; y < top + glyphHeight; y++) {
      const row = (line * height + y) * width;
      for (let at = row + margin; at < row + width - margin; at++) countLevel(counts, data[at]!);
    }
    return { paper: findLevel(counts, paperShare), ink: findLevel(counts, inkShare) };
  });
}

function countLevel(counts: Uint32Array, grey: number): void {
  const level = Math.round(grey * (levels - 1));
  counts[level] = counts[level]! + 1;
}

/** The level, 0 to 1, below which this share of the counted pixels lies. */
function findLevel(counts: Uint32Array, share: number): number {
  let left = share * counts.reduce((sum, count) => sum + count, 0);
  for (let level = 0; level < levels; level++) {
    left -= counts[level]!;
    if (left < 0) return level / (levels - 1);
  }
  return 1;
}
