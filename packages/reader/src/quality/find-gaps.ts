import { type LineStrips, stripGeometry } from '../mrz/line-strips.ts';
import { printGeometry } from '../mrz/print-geometry.ts';

/** A stretch of a line on which nothing seems to be printed, though lines of an MRZ are filled from end to end. */
export type Gap = {
  readonly line: number;
  /** Character pitches. */
  readonly length: number;
  /** How bright it is there, and how bright the line's paper is elsewhere: 0 black to 1 white. */
  readonly brightness: number;
  readonly paper: number;
};

/** OCR-B has ten characters an inch; strips are drawn so that capitals have a fixed height. */
const pitch = stripGeometry.glyphHeight * printGeometry.pitchPerGlyphHeight;
/** Wherever a window of this many pixels is laid it holds ink: even two narrow letters side by side leave less between them. */
const window = Math.round(1.1 * pitch);
/** Less contrast than this share of what the line has elsewhere is no ink. */
const missing = 0.3;
/** Shorter stretches may be a faint letter, pitches. */
const minLength = 1.7;

/** The stretches of a zone's lines where ink is missing. */
export function findGaps(strips: LineStrips): Gap[] {
  return Array.from({ length: strips.lines }, (_, line) => findGapsOfLine(strips, line)).flat();
}

function findGapsOfLine(strips: LineStrips, line: number): Gap[] {
  const { margin } = stripGeometry;
  const from = margin;
  const to = strips.width - margin;
  const { darkest, brightest } = scanColumns(strips, line);
  const contrasts: number[] = [];
  for (let start = from; start + window <= to; start++) {
    contrasts.push(most(brightest, start, start + window) - least(darkest, start, start + window));
  }
  const usual = [...contrasts].sort((a, b) => a - b)[contrasts.length >> 1] ?? 0;
  const paper = medianOf(brightest.subarray(from, to));
  const gaps: Gap[] = [];
  for (let index = 0; index < contrasts.length; index++) {
    if ((contrasts[index] as number) >= missing * usual) continue;
    let last = index;
    while (last + 1 < contrasts.length && (contrasts[last + 1] as number) < missing * usual) last++;
    const stretch = brightest.subarray(from + index, from + last + window);
    const length = stretch.length / pitch;
    if (length >= minLength) gaps.push({ line, length, brightness: medianOf(stretch), paper });
    index = last;
  }
  return gaps;
}

/** The darkest and the brightest pixel of each column within the height of the glyphs. */
function scanColumns({ data, width }: LineStrips, line: number): { darkest: Float32Array; brightest: Float32Array } {
  const { height, glyphHeight } = stripGeometry;
  const top = (height - glyphHeight) / 2;
  const darkest = new Float32Array(width).fill(1);
  const brightest = new Float32Array(width);
  for (let y = top; y < top + glyphHeight; y++) {
    const row = (line * height + y) * width;
    for (let x = 0; x < width; x++) {
      const grey = data[row + x] as number;
      if (grey < (darkest[x] as number)) darkest[x] = grey;
      if (grey > (brightest[x] as number)) brightest[x] = grey;
    }
  }
  return { darkest, brightest };
}

function least(values: Float32Array, from: number, to: number): number {
  let value = Number.POSITIVE_INFINITY;
  for (let index = from; index < to; index++) value = Math.min(value, values[index] as number);
  return value;
}

function most(values: Float32Array, from: number, to: number): number {
  let value = Number.NEGATIVE_INFINITY;
  for (let index = from; index < to; index++) value = Math.max(value, values[index] as number);
  return value;
}

function medianOf(values: Float32Array): number {
  return values.slice().sort()[values.length >> 1] ?? 0;
}
