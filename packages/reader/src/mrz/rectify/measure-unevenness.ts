import { type LineStrips, stripGeometry } from '../line-strips.ts';

/** Paper is sought in pieces of a line as long as its glyphs are high, pixels. */
const piece = stripGeometry.glyphHeight;
/** Shares of the pieces that are darker than the dark and the bright paper that is compared. */
const dark = 0.1;
const bright = 0.9;
/** Grey that paper has besides, so that the noise of black pictures counts for little. */
const floor = 0.03;

/**
 * How unevenly light falls on the lines of a zone: by how many times paper is brighter in its
 * bright pieces than in its dark ones, 1 or more.
 */
export function measureUnevenness({ data, lines, width }: LineStrips): number {
  const { height, glyphHeight, margin } = stripGeometry;
  const first = (height - glyphHeight) / 2;
  const tones: number[] = [];
  for (let line = 0; line < lines; line++) {
    for (let left = margin; left + piece <= width - margin; left += piece) {
      let tone = 0;
      for (let y = first; y < first + glyphHeight; y++) {
        const row = (line * height + y) * width;
        for (let at = row + left; at + 1 < row + left + piece; at++) tone = Math.max(tone, (data[at]! + data[at + 1]!) / 2);
      }
      tones.push(tone);
    }
  }
  tones.sort((a, b) => a - b);
  const toneAt = (share: number) => (tones[Math.floor(share * (tones.length - 1))] ?? 0) + floor;
  return toneAt(bright) / toneAt(dark);
}
