/** Straight lines through points (x, y) by rising x. */
export type Curve = readonly (readonly [x: number, y: number])[];

/**
 * The value of a curve at `x`: at a point exactly its y, before the first and behind the last
 * theirs, and for NaN that of the first.
 */
export function evaluateCurve(curve: Curve, x: number): number {
  let [x0, y0] = curve[0] ?? [0, 0];
  if (!(x > x0)) return y0;
  for (const [x1, y1] of curve) {
    if (x < x1) return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
    [x0, y0] = [x1, y1];
  }
  return y0;
}
