import { projectPoint } from '../geometry/homography.ts';
import type { Point } from '../geometry/point.ts';
import type { Quad } from '../geometry/quad.ts';
import type { FoundValue, Stretch } from './fields/found-value.ts';
import type { FlatPage } from './page/flatten-page.ts';
import type { PageFrame } from './page/page-frame.ts';

/**
 * Where a value stands in the picture: what holds all of its lines, from their tops to their feet.
 */
export function placeValue({ stretches }: FoundValue, frame: PageFrame, page: FlatPage): Quad {
  const boxes = stretches.map(boxOf);
  const left = Math.min(...boxes.map((box) => box.left));
  const right = Math.max(...boxes.map((box) => box.right));
  const top = Math.min(...boxes.map((box) => box.top));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  const place = (x: number, y: number): Point => projectPoint(frame.toPicture, page.left + x / page.scale, page.top + y / page.scale);
  return [place(left, top), place(right, top), place(right, bottom), place(left, bottom)];
}

/** In pixels of the flat page. */
function boxOf({ reading, from, to }: Stretch) {
  const { line, firstStepAt, pixelsPerStep } = reading;
  const left = Math.max(line.left, firstStepAt + from * pixelsPerStep);
  const right = Math.min(line.right, firstStepAt + to * pixelsPerStep);
  const drop = line.slope * ((left + right) / 2 - line.left);
  return { left, right, top: line.capTop + drop, bottom: line.baseLine + drop };
}
