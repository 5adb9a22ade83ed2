import type { Point } from '../../geometry/point.ts';
import type { DetectorMaps } from '../detector/run-detector.ts';
import { searchTuning } from '../search-tuning.ts';

/**
 * A connected component of cells that the detector takes for the core of MRZ lines: part of a line,
 * a line, or several lines that merge on a small plane. Lengths in cells; `along` and `across` are
 * relative to `centre` in the frame of the reading direction.
 */
export type TextSegment = {
  readonly centre: Point;
  /** Unit vector of the reading direction, y down. */
  readonly direction: Point;
  readonly along: readonly [from: number, to: number];
  readonly across: readonly [from: number, to: number];
  /** Sum of the cells' probabilities: the area in cells. */
  readonly mass: number;
};

const { minElongation, minAgreement } = searchTuning.segments;

/**
 * Sums over cells; (cosine2, sine2) is the reading direction at twice its angle, in which opposite
 * directions are the same.
 */
type Moments = Record<'mass' | 'x' | 'y' | 'xx' | 'xy' | 'yy' | 'cosine' | 'sine' | 'cosine2' | 'sine2', number>;

/** Position, reading direction and extent of the cells (indices into the maps) of one segment. */
export function measureSegment(maps: DetectorMaps, cells: Int32Array): TextSegment {
  const moments = sumMoments(maps, cells);
  const centre = { x: moments.x, y: moments.y };
  const direction = chooseDirection(moments);
  const along: [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const across: [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  // A cell extends half a cell to either side, less what its probability lacks of 1: a faint cell
  // at the rim lies mostly outside.
  for (const cell of cells) {
    const x = (cell % maps.width) + 0.5 - centre.x;
    const y = Math.floor(cell / maps.width) + 0.5 - centre.y;
    const reach = (maps.probability[cell] as number) - 0.5;
    const u = x * direction.x + y * direction.y;
    const v = y * direction.x - x * direction.y;
    along[0] = Math.min(along[0], u - reach);
    along[1] = Math.max(along[1], u + reach);
    across[0] = Math.min(across[0], v - reach);
    across[1] = Math.max(across[1], v + reach);
  }
  return { centre, direction, along, across, mass: moments.mass };
}

function sumMoments(maps: DetectorMaps, cells: Int32Array): Moments {
  const sum: Moments = { mass: 0, x: 0, y: 0, xx: 0, xy: 0, yy: 0, cosine: 0, sine: 0, cosine2: 0, sine2: 0 };
  for (const cell of cells) {
    const weight = maps.probability[cell] as number;
    const x = (cell % maps.width) + 0.5;
    const y = Math.floor(cell / maps.width) + 0.5;
    sum.mass += weight;
    sum.x += weight * x;
    sum.y += weight * y;
    sum.xx += weight * x * x;
    sum.xy += weight * x * y;
    sum.yy += weight * y * y;
    const cosine = maps.cosine[cell] as number;
    const sine = maps.sine[cell] as number;
    sum.cosine += weight * cosine;
    sum.sine += weight * sine;
    sum.cosine2 += weight * (cosine * cosine - sine * sine);
    sum.sine2 += weight * 2 * cosine * sine;
  }
  const x = sum.x / sum.mass;
  const y = sum.y / sum.mass;
  return { ...sum, x, y, xx: sum.xx / sum.mass - x * x, xy: sum.xy / sum.mass - x * y, yy: sum.yy / sum.mass - y * y };
}

/**
 * The axis is that of the segment's shape where that is elongated, else that of the network's
 * vectors. Its sense is a vote of the vectors, which may disagree within one line.
 */
function chooseDirection({ xx, xy, yy, cosine, sine, cosine2, sine2 }: Moments): Point {
  const votedAngle = Math.atan2(sine2, cosine2) / 2;
  const shapeAngle = Math.atan2(2 * xy, xx - yy) / 2;
  const half = Math.hypot((xx - yy) / 2, xy);
  const larger = (xx + yy) / 2 + half;
  const smaller = Math.max((xx + yy) / 2 - half, 1e-9);
  const hasShape = Math.sqrt(larger / smaller) >= minElongation && Math.abs(Math.cos(shapeAngle - votedAngle)) >= minAgreement;
  const angle = hasShape ? shapeAngle : votedAngle;
  const sign = cosine * Math.cos(angle) + sine * Math.sin(angle) < 0 ? -1 : 1;
  return { x: sign * Math.cos(angle), y: sign * Math.sin(angle) };
}
