import type { Point } from '../../geometry/point.ts';
import type { DetectionMap } from '../detector/detection-map.ts';
import type { TextSegment } from './measure-segment.ts';

/** A candidate zone: an oriented box around the cores of its lines, in pixels of the picture. */
export type ZoneBox = {
  readonly centre: Point;
  /** Unit vector of the reading direction, y down. */
  readonly direction: Point;
  /** Extent along the reading direction. */
  readonly length: number;
  /**
   * Extent across it, from the upper rim of the first line's core to the lower rim of the last
   * one's.
   */
  readonly height: number;
  /** Thickness of its segments: about 0.6 of the glyph height, more where lines merge. */
  readonly thickness: number;
  /** Sum of the segments' probabilities, in cells of the detector's maps. */
  readonly mass: number;
};

/** The box around the segments of one candidate zone. */
export function boxSegments(segments: readonly TextSegment[], { cellWidth, cellHeight, origin }: DetectionMap): ZoneBox {
  const direction = meanDirection(segments, cellWidth, cellHeight);
  const along: [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const across: [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let mass = 0;
  let thickness = 0;
  const cell = Math.sqrt(cellWidth * cellHeight);
  for (const segment of segments) {
    for (const corner of cornersOf(segment)) {
      const u = corner.x * cellWidth * direction.x + corner.y * cellHeight * direction.y;
      const v = corner.y * cellHeight * direction.x - corner.x * cellWidth * direction.y;
      along[0] = Math.min(along[0], u);
      along[1] = Math.max(along[1], u);
      across[0] = Math.min(across[0], v);
      across[1] = Math.max(across[1], v);
    }
    mass += segment.mass;
    thickness += (segment.mass * segment.mass * cell) / Math.max(segment.along[1] - segment.along[0], 1);
  }
  const u = (along[0] + along[1]) / 2;
  const v = (across[0] + across[1]) / 2;
  return {
    centre: { x: origin.x + u * direction.x - v * direction.y, y: origin.y + u * direction.y + v * direction.x },
    direction,
    length: along[1] - along[0],
    height: across[1] - across[0],
    thickness: thickness / mass,
    mass,
  };
}

function meanDirection(segments: readonly TextSegment[], cellWidth: number, cellHeight: number): Point {
  const [first] = segments;
  let x = 0;
  let y = 0;
  let votes = 0;
  for (const { mass, along, direction } of segments) {
    // Longer segments have more exact axes. Axes are averaged without their sense, which is voted
    // on.
    const weight = mass * (along[1] - along[0]);
    const sign = first && first.direction.x * direction.x + first.direction.y * direction.y < 0 ? -1 : 1;
    x += sign * weight * direction.x * cellWidth;
    y += sign * weight * direction.y * cellHeight;
    votes += sign * weight;
  }
  const norm = (Math.hypot(x, y) || 1) * (votes < 0 ? -1 : 1);
  return { x: x / norm, y: y / norm };
}

function cornersOf({ centre, direction, along, across }: TextSegment): Point[] {
  return along.flatMap((u) =>
    across.map((v) => ({ x: centre.x + u * direction.x - v * direction.y, y: centre.y + u * direction.y + v * direction.x })),
  );
}
