import type { LineStrips } from '../src/mrz/line-strips.ts';
import { stripGeometry } from '../src/mrz/line-strips.ts';

const pitch = 19;
const stroke = 3;

/**
 * What is done to strips that would be perfect. Greys from 0 black to 1 white, lengths in pixels of
 * the strips.
 */
export type StripFlaws = {
  readonly paper?: number;
  readonly ink?: number;
  /** Spreads of a Gaussian along and across the lines. */
  readonly blur?: readonly [along: number, across: number];
  /** Greatest deviation of a pixel. */
  readonly noise?: number;
  /** Patches of one grey over whole characters. */
  readonly patches?: readonly { readonly line: number; readonly from: number; readonly to: number; readonly grey: number }[];
};

/**
 * Strips with lines of letters made of upright and level strokes: an I, an L, a C, an H, an E after
 * each other.
 */
export function drawStrips(lines: number, characters: number, flaws: StripFlaws = {}): LineStrips {
  const { paper = 0.9, ink = 0.1, blur = [0, 0], noise = 0, patches = [] } = flaws;
  const { height, margin } = stripGeometry;
  const width = Math.ceil((2 * margin + characters * pitch) / 8) * 8;
  let data = new Float32Array(lines * height * width).fill(paper);
  for (let line = 0; line < lines; line++) {
    for (let character = 0; character < characters; character++) {
      drawLetter(data, width, line * height, margin + character * pitch, (character + line) % 5, ink);
    }
  }
  data = smooth(smooth(data, width, 1, blur[0]), width, width, blur[1]);
  for (const { line, from, to, grey } of patches) {
    for (let y = line * height; y < (line + 1) * height; y++) {
      data.fill(grey, y * width + margin + Math.round(from * pitch), y * width + margin + Math.round(to * pitch));
    }
  }
  return { data: noise > 0 ? disturb(data, noise) : data, lines, width };
}

/**
 * Evenly spread deviations, the same at every run: a linear congruential generator with the
 * constants of Numerical Recipes.
 */
function disturb(data: Float32Array<ArrayBuffer>, most: number): Float32Array<ArrayBuffer> {
  let state = 1;
  return data.map((grey) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return grey + most * (state / 2 ** 31 - 1);
  });
}

function drawLetter(data: Float32Array, width: number, top: number, left: number, letter: number, ink: number): void {
  const { height, glyphHeight } = stripGeometry;
  const first = top + (height - glyphHeight) / 2;
  const fill = (fromX: number, fromY: number, toX: number, toY: number) => {
    for (let y = first + fromY; y < first + toY; y++) data.fill(ink, y * width + left + fromX, y * width + left + toX);
  };
  const middle = (glyphHeight - stroke) / 2;
  fill(letter === 0 ? 8 : 3, 0, (letter === 0 ? 8 : 3) + stroke, glyphHeight);
  if (letter === 3) fill(13, 0, 13 + stroke, glyphHeight);
  if (letter === 2 || letter === 4) fill(3, 0, 16, stroke);
  if (letter === 3 || letter === 4) fill(3, middle, 16, middle + stroke);
  if (letter === 1 || letter === 2 || letter === 4) fill(3, glyphHeight - stroke, 16, glyphHeight);
}

function smooth(data: Float32Array<ArrayBuffer>, width: number, stride: number, spread: number): Float32Array<ArrayBuffer> {
  if (spread === 0) return data;
  const reach = Math.ceil(3 * spread);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, index) => Math.exp(-((index - reach) ** 2) / (2 * spread ** 2)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const last = stride === 1 ? width - 1 : stripGeometry.height - 1;
  return data.map((_, at) => {
    const place = stride === 1 ? at % width : Math.floor(at / width) % stripGeometry.height;
    let sum = 0;
    for (let index = -reach; index <= reach; index++) {
      const offset = Math.min(last, Math.max(0, place + index)) - place;
      sum += (weights[index + reach] as number) * (data[at + offset * stride] as number);
    }
    return sum / total;
  });
}
