import type { Point } from '../geometry/point.ts';
import type { Quad } from '../geometry/quad.ts';
import type { TracedZone } from './traced-zone.ts';

/** The most evident zones first, without those whose middle lies in a better one or that hold the middle of a better one. */
export function rankZones(zones: readonly TracedZone[]): TracedZone[] {
  const kept: TracedZone[] = [];
  for (const zone of [...zones].sort((a, b) => b.evidence - a.evidence)) {
    const repeats = kept.some((better) => contains(better.quad, middleOf(zone.quad)) || contains(zone.quad, middleOf(better.quad)));
    if (!repeats) kept.push(zone);
  }
  return kept;
}

function middleOf(quad: Quad): Point {
  const x = quad.reduce((sum, point) => sum + point.x, 0) / 4;
  const y = quad.reduce((sum, point) => sum + point.y, 0) / 4;
  return { x, y };
}

/** Whether a point lies on the inner side of all four edges, which run clockwise on the screen. */
function contains(quad: Quad, point: Point): boolean {
  return quad.every((from, index) => {
    const to = quad[(index + 1) % 4] as Point;
    return (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x) >= 0;
  });
}
