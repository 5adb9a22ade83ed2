import { type Homography, projectPoint } from '../geometry/homography.ts';
import type { Point } from '../geometry/point.ts';
import { evaluatePolynomial } from '../geometry/polynomial.ts';
import type { Quad } from '../geometry/quad.ts';
import type { TracedLine } from './traced-zone.ts';

/** The quad in the picture around the text of lines that are known in their zone's frame. */
export function outlineZone(lines: readonly TracedLine[], frame: Homography): Quad {
  const start = Math.min(...lines.map((line) => line.start));
  const end = Math.max(...lines.map((line) => line.end));
  const first = lines[0] as TracedLine;
  const last = lines.at(-1) as TracedLine;
  const corner = (line: TracedLine, u: number, side: number): Point =>
    projectPoint(frame, u, evaluatePolynomial(line.course, u) + (side * line.height) / 2);
  return [corner(first, start, -1), corner(first, end, -1), corner(last, end, 1), corner(last, start, 1)];
}
