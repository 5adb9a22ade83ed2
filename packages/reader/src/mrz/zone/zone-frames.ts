import { composeHomographies, type Homography } from '../../geometry/homography.ts';
import { evaluatePolynomial, type Polynomial } from '../../geometry/polynomial.ts';
import { outlineZone, type TracedLine, type TracedZone } from '../traced-zone.ts';

const halfTurn: Homography = [-1, 0, 0, 0, -1, 0, 0, 0, 1];
const mirror: Homography = [-1, 0, 0, 0, 1, 0, 0, 0, 1];

/** The same zone read the other way round: where its last line ended, its first one starts. */
export function turnZone(zone: TracedZone): TracedZone {
  const [first, second, third, fourth] = zone.quad;
  return {
    ...zone,
    quad: [third, fourth, first, second],
    rotation_deg: (zone.rotation_deg + 180) % 360,
    frame: composeHomographies(halfTurn, zone.frame),
    lines: zone.lines
      .map((line) => ({ ...line, centreline: turnCentreline(line.centreline), start: -line.end, end: -line.start }))
      .reverse(),
  };
}

/** From v(u) to -v(-u). */
function turnCentreline({ coefficients, centre, halfSpan }: Polynomial): Polynomial {
  return { coefficients: coefficients.map((value, power) => (power % 2 === 0 ? -value : value)), centre: -centre, halfSpan };
}

/**
 * The same zone read as in a mirror: each of its lines starts where it ended, and the order of the
 * lines stays. Its rotation stays as well, since the tops of its glyphs point where they pointed.
 */
export function mirrorZone(zone: TracedZone): TracedZone {
  const [first, second, third, fourth] = zone.quad;
  return {
    ...zone,
    quad: [second, first, fourth, third],
    frame: composeHomographies(mirror, zone.frame),
    lines: zone.lines.map((line) => ({ ...line, centreline: mirrorCentreline(line.centreline), start: -line.end, end: -line.start })),
  };
}

/** From v(u) to v(-u). */
function mirrorCentreline({ coefficients, centre, halfSpan }: Polynomial): Polynomial {
  return { coefficients: coefficients.map((value, power) => (power % 2 === 0 ? value : -value)), centre: -centre, halfSpan };
}

/** The same zone with glyphs `factor` times smaller than assumed so far. */
export function rescaleZone(zone: TracedZone, factor: number): TracedZone {
  const shrink = 1 / factor;
  return {
    ...zone,
    glyphHeight_px: zone.glyphHeight_px * shrink,
    frame: composeHomographies([shrink, 0, 0, 0, shrink, 0, 0, 0, 1], zone.frame),
    lines: zone.lines.map(({ centreline: { coefficients, centre, halfSpan }, height, start, end }) => ({
      centreline: { coefficients: coefficients.map((value) => value * factor), centre: centre * factor, halfSpan: halfSpan * factor },
      height,
      start: start * factor,
      end: end * factor,
    })),
  };
}

/**
 * The same zone in a frame that is sheared along the text.
 *
 * @param slant how far glyphs lean in the present frame: u for each v; upright in the new one
 */
export function straightenZone(zone: TracedZone, slant: number): TracedZone {
  const frame = composeHomographies([1, slant, 0, 0, 1, 0, 0, 0, 1], zone.frame);
  const lines = zone.lines.map((line): TracedLine => {
    const shift = (u: number) => u - slant * evaluatePolynomial(line.centreline, u);
    const { coefficients, centre, halfSpan } = line.centreline;
    // A centreline is flat enough to be shifted by the amount for its middle.
    return { ...line, centreline: { coefficients, centre: shift(centre), halfSpan }, start: shift(line.start), end: shift(line.end) };
  });
  return { ...zone, frame, lines, quad: outlineZone(lines, frame) };
}
