import { type Homography, projectPoint } from '../geometry/homography.ts';
import type { Point } from '../geometry/point.ts';
import { evaluatePolynomial, type Polynomial } from '../geometry/polynomial.ts';
import type { Quad } from '../geometry/quad.ts';

/**
 * A machine readable zone whose lines have been traced. Its frame has the glyph height as its unit:
 * u runs along the text from the start of the lines, v down across them, glyphs stand upright and
 * evenly spaced in it.
 */
export type TracedZone = {
  /** Outline of the text in pixels of the picture. */
  readonly quad: Quad;
  /** How far the text is turned clockwise from upright, 0 to 360. */
  readonly rotation_deg: number;
  /** Typical glyph (capital letter) height in pixels of the picture. */
  readonly glyphHeight_px: number;
  /** From the frame to pixels of the picture. */
  readonly frame: Homography;
  /** In reading order. */
  readonly lines: readonly TracedLine[];
  /** How much speaks for an MRZ, 0..1. */
  readonly evidence: number;
  /**
   * Whether the lines are as long, for their number and distance, as those of some MRZ: two zones
   * side by side, seen as one, are not.
   */
  readonly fitsLayout: boolean;
};

/** A line of a zone in the zone's frame. */
export type TracedLine = {
  /** v of the line's middle at each u. */
  readonly centreline: Polynomial;
  /** Glyph height relative to the zone's. */
  readonly height: number;
  readonly start: number;
  readonly end: number;
};

/** The quad in the picture around the text of lines that are known in their zone's frame. */
export function outlineZone(lines: readonly TracedLine[], frame: Homography): Quad {
  const start = Math.min(...lines.map((line) => line.start));
  const end = Math.max(...lines.map((line) => line.end));
  const first = lines[0] as TracedLine;
  const last = lines.at(-1) as TracedLine;
  const corner = (line: TracedLine, u: number, side: number): Point =>
    projectPoint(frame, u, evaluatePolynomial(line.centreline, u) + (side * line.height) / 2);
  return [corner(first, start, -1), corner(first, end, -1), corner(last, end, 1), corner(last, start, 1)];
}
