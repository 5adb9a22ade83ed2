import type { Point } from '../../geometry/point.ts';
import type { DetectionMap } from '../detector/detection-map.ts';
import type { Ribbon } from './measure-ribbon.ts';

/** A place in the picture where an MRZ seems to be: an oriented box around the cores of its lines, in pixels of the picture. */
export type ZoneBox = {
  readonly centre: Point;
  /** Unit vector of the reading direction, y down. */
  readonly direction: Point;
  /** Extent along the reading direction. */
  readonly length: number;
  /** Extent across it, from the upper rim of the first line's core to the lower rim of the last one's. */
  readonly height: number;
  /** Ribbon thickness: about 0.6 of the glyph height, more where lines have run together. */
  readonly thickness: number;
  /** Area of the ribbons times their probability, in cells of the detector's maps. */
  readonly mass: number;
};

/** The box around the ribbons of one zone that an overview shows. */
export function boxRibbons(ribbons: readonly Ribbon[], { cellWidth, cellHeight, origin }: DetectionMap): ZoneBox {
  const direction = meanDirection(ribbons, cellWidth, cellHeight);
  const along: [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const across: [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let mass = 0;
  let thickness = 0;
  const cell = Math.sqrt(cellWidth * cellHeight);
  for (const ribbon of ribbons) {
    for (const corner of cornersOf(ribbon)) {
      const u = corner.x * cellWidth * direction.x + corner.y * cellHeight * direction.y;
      const v = corner.y * cellHeight * direction.x - corner.x * cellWidth * direction.y;
      along[0] = Math.min(along[0], u);
      along[1] = Math.max(along[1], u);
      across[0] = Math.min(across[0], v);
      across[1] = Math.max(across[1], v);
    }
    mass += ribbon.mass;
    thickness += (ribbon.mass * ribbon.mass * cell) / Math.max(ribbon.along[1] - ribbon.along[0], 1);
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

function meanDirection(ribbons: readonly Ribbon[], cellWidth: number, cellHeight: number): Point {
  const [first] = ribbons;
  let x = 0;
  let y = 0;
  let votes = 0;
  for (const { mass, along, direction } of ribbons) {
    // A longer ribbon knows its axis better. The axes add up, their signs are put to the vote.
    const weight = mass * (along[1] - along[0]);
    const sign = first && first.direction.x * direction.x + first.direction.y * direction.y < 0 ? -1 : 1;
    x += sign * weight * direction.x * cellWidth;
    y += sign * weight * direction.y * cellHeight;
    votes += sign * weight;
  }
  const norm = (Math.hypot(x, y) || 1) * (votes < 0 ? -1 : 1);
  return { x: x / norm, y: y / norm };
}

function cornersOf({ centre, direction, along, across }: Ribbon): Point[] {
  return along.flatMap((u) =>
    across.map((v) => ({ x: centre.x + u * direction.x - v * direction.y, y: centre.y + u * direction.y + v * direction.x })),
  );
}
