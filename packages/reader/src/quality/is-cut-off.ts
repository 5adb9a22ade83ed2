import { projectPoint } from '../geometry/homography.ts';
import type { Point } from '../geometry/point.ts';
import { evaluatePolynomial } from '../geometry/polynomial.ts';
import type { TracedZone } from '../mrz/traced-zone.ts';

type Size = { readonly width: number; readonly height: number };

/**
 * Documents leave more room than this beside their lines (ICAO 9303-3: about 2 pitches), in glyph
 * heights.
 */
const roomAlong = 0.7;
/** And at least so much above the first and below the last line. */
const roomAcross = 0.8;
/**
 * A line found alone is cut off from its neighbour, so far away, if the picture ends before that.
 */
const lineSpacing = 3.3;

/**
 * Whether a zone continues beyond the picture's border: at the ends of its lines, or above or below
 * them.
 */
export function isCutOff({ frame, lines }: TracedZone, { width, height }: Size): boolean {
  const across = lines.length === 1 ? lineSpacing : roomAcross;
  const isOutside = ({ x, y }: Point) => x < 0 || y < 0 || x > width || y > height;
  return lines.some(({ centreline, start, end }, index) => {
    const at = (u: number, beyond: number) => projectPoint(frame, u, evaluatePolynomial(centreline, u) + beyond);
    const middle = (start + end) / 2;
    const isFirst = index === 0;
    const isLast = index === lines.length - 1;
    return (
      isOutside(at(start - roomAlong, 0)) ||
      isOutside(at(end + roomAlong, 0)) ||
      (isFirst && isOutside(at(middle, -across))) ||
      (isLast && isOutside(at(middle, across)))
    );
  });
}
