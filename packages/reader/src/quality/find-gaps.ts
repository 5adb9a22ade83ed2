import { type LineStrips, stripGeometry } from '../mrz/line-strips.ts';
import { printGeometry } from '../mrz/print-geometry.ts';

/**
 * A stretch of a line without print. Lines of an MRZ are filled from end to end, so something hides
 * it.
 */
export type Gap = {
  readonly line: number;
  /** In character pitches. */
  readonly length: number;
  /** Brightness there, and of the line's paper elsewhere: 0 black to 1 white. */
  readonly brightness: number;
  readonly paper: number;
};

/**
 * Pixels of a strip: OCR-B has ten characters to the inch, and strips are drawn with capitals of a
 * fixed height.
 */
const pitch = stripGeometry.glyphHeight * printGeometry.pitchPerGlyphHeight;
/**
 * Any window of so many pixels holds ink: even two narrow letters leave less space between them.
 */
const window = Math.round(1.1 * pitch);
/** With less contrast than this share of the line's usual contrast, there is no ink. */
const maxGapContrast = 0.3;
/** Shorter stretches may be a faint letter. In pitches. */
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
  const contrasts = measureContrasts(darkest.subarray(from, to), brightest.subarray(from, to));
  const usual = medianOf(contrasts);
  const paper = medianOf(brightest.subarray(from, to));
  const gaps: Gap[] = [];
  for (let index = 0; index < contrasts.length; index++) {
    if (contrasts[index]! >= maxGapContrast * usual) continue;
    let last = index;
    while (last + 1 < contrasts.length && contrasts[last + 1]! < maxGapContrast * usual) last++;
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
      const grey = data[row + x]!;
      if (grey < darkest[x]!) darkest[x] = grey;
      if (grey > brightest[x]!) brightest[x] = grey;
    }
  }
  return { darkest, brightest };
}

/** Of each window of columns the difference of its brightest and its darkest pixel. */
function measureContrasts(darkest: Float32Array, brightest: Float32Array): Float64Array {
  const contrasts = new Float64Array(Math.max(0, darkest.length - window + 1));
  for (let start = 0; start < contrasts.length; start++) {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let at = start; at < start + window; at++) {
      low = Math.min(low, darkest[at]!);
      high = Math.max(high, brightest[at]!);
    }
    contrasts[start] = high - low;
  }
  return contrasts;
}

function medianOf(values: Float32Array | Float64Array): number {
  return values.slice().sort()[values.length >> 1] ?? 0;
}
