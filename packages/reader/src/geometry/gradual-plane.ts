import type { GreyPlane } from './grey-plane.ts';

/** A plane whose rows are made when they are first asked for: most readings look at a small part of the finest one. */
export type GradualPlane = {
  readonly width: number;
  readonly height: number;
  /** The plane, of which at least the rows `from` to before `to` are made, or those nearest to them where they lie outside. The same plane each time. */
  rows(from: number, to: number): GreyPlane;
};

/** A plane that is there already. */
export function wholePlane(plane: GreyPlane): GradualPlane {
  return { width: plane.width, height: plane.height, rows: () => plane };
}

/** All of it. */
export function allRows(plane: GradualPlane): GreyPlane {
  return plane.rows(0, plane.height);
}
