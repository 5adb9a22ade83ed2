import type { Point } from './point.ts';

/** Four corners in reading order: start of the first line, its end, end of the last line, its start. */
export type Quad = readonly [Point, Point, Point, Point];
