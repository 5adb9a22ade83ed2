import { type LineStrips, stripGeometry } from '../line-strips.ts';

/**
 * Sharpness of print along and across the lines: the mean squared difference of pixels two apart,
 * divided by that of pixels four apart, both within the glyphs. It is 0.25 for even slopes and 0.4
 * or more for hard strokes, whatever the contrast.
 */
export type Sharpness = { readonly along: number; readonly across: number };

const near = 2;
const far = 4;

/**
 * Measures the strips of a zone. Noise, which is the same at both distances, is measured above and
 * below the print and subtracted.
 */
export function measureSharpness(strips: LineStrips): Sharpness {
  const noise = measureNoise(strips);
  const { width } = strips;
  const ratio = (stride: 'along' | 'across') => {
    const short = differ(strips, stride, near) - noise;
    const long = differ(strips, stride, far) - noise;
    return long > 0 ? Math.max(0, short) / long : 0;
  };
  return width > 2 * stripGeometry.margin + far ? { along: ratio('along'), across: ratio('across') } : { along: 0, across: 0 };
}

/** The mean squared difference of pixels of the print that are `lag` apart. */
function differ({ data, lines, width }: LineStrips, direction: 'along' | 'across', lag: number): number {
  const { height, glyphHeight, margin } = stripGeometry;
  const top = (height - glyphHeight) / 2;
  const [right, down] = direction === 'along' ? [lag, 0] : [0, lag];
  const step = down * width + right;
  let sum = 0;
  let count = 0;
  for (let line = 0; line < lines; line++) {
    for (let y = top; y + down < top + glyphHeight; y++) {
      const row = (line * height + y) * width;
      for (let at = row + margin; at + right < row + width - margin; at++) {
        sum += (data[at]! - data[at + step]!) ** 2;
        count++;
      }
    }
  }
  return count > 0 ? sum / count : 0;
}

/**
 * Twice the variance of the noise, from second differences along the rows above and below the
 * print. On a plain background they contain nothing but noise; the lower quartile of the rows
 * leaves out those with a pattern.
 */
function measureNoise({ data, lines, width }: LineStrips): number {
  const { height, margin } = stripGeometry;
  const rows: number[] = [];
  for (let line = 0; line < lines; line++) {
    for (const y of [0, 1, 2, height - 3, height - 2, height - 1]) {
      const row = (line * height + y) * width;
      let sum = 0;
      for (let at = row + margin; at < row + width - margin - 2; at++) {
        sum += (data[at]! - 2 * data[at + 1]! + data[at + 2]!) ** 2;
      }
      rows.push(sum / Math.max(1, width - 2 * margin - 2));
    }
  }
  rows.sort((a, b) => a - b);
  // A second difference of independent values has six times their variance.
  return rows[rows.length >> 2]! / 3;
}
