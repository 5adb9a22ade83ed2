import { type Homography, projectPoint } from '../../geometry/homography.ts';
import { evaluatePolynomial } from '../../geometry/polynomial.ts';
import { chooseLayout } from '../choose-layout.ts';
import { printGeometry } from '../print-geometry.ts';
import type { CropLine } from '../trace/crop-line.ts';
import { traceTuning } from '../trace-tuning.ts';

/** The size of the unit square on the document, measured by the glyphs. */
export type FrameSize = {
  /** Along and across the text, in glyph heights. */
  readonly length: number;
  readonly breadth: number;
  /** Each line's glyph height relative to their mean. */
  readonly heights: readonly number[];
  /** In the middle of the zone, pixels of the crop. */
  readonly glyphHeight: number;
  /** Whether the lines are as long, for their number and distance, as those of some MRZ. */
  readonly fitsLayout: boolean;
};

/** Points at which a line is measured. */
const probes = 8;
const { maxHeightError } = traceTuning.shape;
const { pitchPerGlyphHeight, sideBearings } = printGeometry;

/**
 * Measures the frame of a zone whose quad a homography maps from the unit square to the crop;
 * undefined when the quad is degenerate.
 */
export function measureFrame(lines: readonly CropLine[], squareToCrop: Homography): FrameSize | undefined {
  const shares = lines.map((line) => measureLine(line, squareToCrop));
  const share = shares.reduce((sum, value) => sum + value, 0) / shares.length;
  const left = projectPoint(squareToCrop, 0.5 - 0.01, 0.5);
  const right = projectPoint(squareToCrop, 0.5 + 0.01, 0.5);
  const alongStep = Math.hypot(right.x - left.x, right.y - left.y) / 0.02;
  const glyphHeight = share * stepAcross(squareToCrop, 0.5, 0.5);
  if (!(share > 0 && glyphHeight > 0 && Number.isFinite(alongStep))) return undefined;
  const heights = shares.map((value) => Math.min(1 + maxHeightError, Math.max(1 - maxHeightError, value / share)));
  const seen = { length: alongStep / glyphHeight, breadth: 1 / share, heights, glyphHeight, fitsLayout: true };
  return lines.length > 1 ? fitLayout(seen) : seen;
}

/**
 * Takes the scale from the lines' length and spacing where these are those of an MRZ: they are more
 * exact than the segments' thickness.
 */
function fitLayout(seen: FrameSize): FrameSize {
  const gaps = seen.heights.length - 1;
  const spacing = seen.breadth / gaps;
  const layout = chooseLayout(seen.heights.length, seen.length / spacing, 1 / spacing);
  if (!layout) return { ...seen, fitsLayout: false };
  const breadth = gaps * layout.spacing * pitchPerGlyphHeight;
  return {
    length: (layout.characters - sideBearings) * pitchPerGlyphHeight,
    breadth,
    heights: seen.heights,
    glyphHeight: (seen.glyphHeight * seen.breadth) / breadth,
    fitsLayout: true,
  };
}

/** The glyph height of a line as a share of the square's height, mean over the line. */
function measureLine(line: CropLine, squareToCrop: Homography): number {
  let sum = 0;
  for (let i = 0; i < probes; i++) {
    const along = (i + 0.5) / probes;
    const x = line.start + (line.end - line.start) * along;
    const y = evaluatePolynomial(line.centreline, x);
    const across = lineShare(squareToCrop, along, y);
    sum += evaluatePolynomial(line.glyphHeight, x) / stepAcross(squareToCrop, along, across);
  }
  return sum / probes;
}

/** Which share of the way down the square's column `along` reaches height y of the crop. */
function lineShare(squareToCrop: Homography, along: number, y: number): number {
  const top = projectPoint(squareToCrop, along, 0).y;
  const bottom = projectPoint(squareToCrop, along, 1).y;
  return (y - top) / (bottom - top);
}

/**
 * Pixels square to the text that a step across the unit square makes, scaled to a whole square's
 * height.
 */
function stepAcross(squareToCrop: Homography, along: number, across: number): number {
  const h = 0.01;
  const upper = projectPoint(squareToCrop, along, across - h);
  const lower = projectPoint(squareToCrop, along, across + h);
  const left = projectPoint(squareToCrop, along - h, across);
  const right = projectPoint(squareToCrop, along + h, across);
  const length = Math.hypot(right.x - left.x, right.y - left.y);
  const turn = (right.x - left.x) * (lower.y - upper.y) - (right.y - left.y) * (lower.x - upper.x);
  return turn / length / (2 * h);
}
