import type { Point } from '../../../packages/reader/src/geometry/point.ts';

/** A closed SVG outline. */
export function polygon(points: readonly Point[], colour: string): string {
  return `<polygon points="${listPoints(points)}" fill="none" stroke="${colour}" vector-effect="non-scaling-stroke"/>`;
}

/** An open SVG line. */
export function polyline(points: readonly Point[], colour: string): string {
  return `<polyline points="${listPoints(points)}" fill="none" stroke="${colour}" vector-effect="non-scaling-stroke"/>`;
}

function listPoints(points: readonly Point[]): string {
  return points.map(({ x, y }) => `${x.toFixed(2)},${y.toFixed(2)}`).join(' ');
}

/** Corners of a rectangle whose axes are turned so that x lies in `direction`, around `origin`. */
export function orientedBox(
  origin: Point,
  direction: Point,
  { along, across }: { readonly along: readonly [number, number]; readonly across: readonly [number, number] },
): Point[] {
  const corner = (u: number, v: number): Point => ({
    x: origin.x + u * direction.x - v * direction.y,
    y: origin.y + u * direction.y + v * direction.x,
  });
  return [corner(along[0], across[0]), corner(along[1], across[0]), corner(along[1], across[1]), corner(along[0], across[1])];
}

/** Points at equal steps along a curve. */
export function pointsAlong(start: number, end: number, at: (x: number) => Point): Point[] {
  const steps = 48;
  return Array.from({ length: steps + 1 }, (_, index) => at(start + ((end - start) * index) / steps));
}
