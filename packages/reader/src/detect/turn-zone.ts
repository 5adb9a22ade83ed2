import { composeHomographies, type Homography } from '../geometry/homography.ts';
import type { Polynomial } from '../geometry/polynomial.ts';
import type { TracedZone } from './traced-zone.ts';

const halfTurn: Homography = [-1, 0, 0, 0, -1, 0, 0, 0, 1];

/** The same zone read the other way round: where its last line ended, its first one starts. */
export function turnZone(zone: TracedZone): TracedZone {
  const [first, second, third, fourth] = zone.quad;
  return {
    ...zone,
    quad: [third, fourth, first, second],
    rotation_deg: (zone.rotation_deg + 180) % 360,
    frame: composeHomographies(halfTurn, zone.frame),
    lines: zone.lines.map((line) => ({ ...line, course: turnCourse(line.course), start: -line.end, end: -line.start })).reverse(),
  };
}

/** From v(u) to -v(-u). */
function turnCourse({ coefficients, centre, halfSpan }: Polynomial): Polynomial {
  return { coefficients: coefficients.map((value, power) => (power % 2 === 0 ? -value : value)), centre: -centre, halfSpan };
}
