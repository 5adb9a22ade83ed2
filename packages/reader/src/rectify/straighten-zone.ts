import { outlineZone } from '../detect/outline-zone.ts';
import type { TracedLine, TracedZone } from '../detect/traced-zone.ts';
import { composeHomographies } from '../geometry/homography.ts';
import { evaluatePolynomial } from '../geometry/polynomial.ts';

/**
 * The same zone in a frame that is sheared along the text.
 *
 * @param slant how far glyphs lean in the present frame: u for each v; upright in the new one
 */
export function straightenZone(zone: TracedZone, slant: number): TracedZone {
  const frame = composeHomographies([1, slant, 0, 0, 1, 0, 0, 0, 1], zone.frame);
  const lines = zone.lines.map((line): TracedLine => {
    const shift = (u: number) => u - slant * evaluatePolynomial(line.course, u);
    const { coefficients, centre, halfSpan } = line.course;
    // A course is so flat that its shift is that of its middle.
    return { ...line, course: { coefficients, centre: shift(centre), halfSpan }, start: shift(line.start), end: shift(line.end) };
  });
  return { ...zone, frame, lines, quad: outlineZone(lines, frame) };
}
