import { type LineStrips, stripGeometry } from '../mrz/line-strips.ts';

/**
 * How sharp print is, along the lines and across them: the mean squared difference of pixels two apart as a share of that of pixels four
 * apart, both within the glyphs. Nearly flat slopes make it 0.25, hard strokes 0.4 and more, whatever the contrast.
 */
export type Sharpness = { readonly along: number; readonly across: number };

const near = 2;
const far = 4;

/** Measures the strips of a zone; noise, which is the same at both distances, is told from rows beside the print and left out. */
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

/** The mean squared difference of two pixels of the print that lie `lag` apart. */
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
        sum += ((data[at] as number) - (data[at + step] as number)) ** 2;
        count++;
      }
    }
  }
  return count > 0 ? sum / count : 0;
}

/**
 * Twice the noise's variance, from second differences along the rows above and below the print: of a plain background nothing else is left
 * of them, and half the rows are quieter than what else may be there.
 */
function measureNoise({ data, lines, width }: LineStrips): number {
  const { height, margin } = stripGeometry;
  const rows: number[] = [];
  for (let line = 0; line < lines; line++) {
    for (const y of [0, 1, 2, height - 3, height - 2, height - 1]) {
      const row = (line * height + y) * width;
      let sum = 0;
      for (let at = row + margin; at < row + width - margin - 2; at++) {
        sum += ((data[at] as number) - 2 * (data[at + 1] as number) + (data[at + 2] as number)) ** 2;
      }
      rows.push(sum / Math.max(1, width - 2 * margin - 2));
    }
  }
  rows.sort((a, b) => a - b);
  // A second difference of independent values has six times their variance.
  return (rows[rows.length >> 2] as number) / 3;
}
