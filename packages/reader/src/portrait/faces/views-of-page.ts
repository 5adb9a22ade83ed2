import type { Homography } from '../../geometry/homography.ts';
import type { PageFrame } from '../../visual/page/page-frame.ts';
import type { Square } from './draw-view.ts';

/** What is to be looked at: squares of a plane. */
export type Search = { readonly toPicture: Homography; readonly squares: readonly Square[] };

/** Squares overlap by so much of their side, so that a face on a border is whole in one of them. */
const shared = 0.25;

/** All that a frame looks at, in one square. */
export function wholeFrame({ toPicture, area }: PageFrame): Search {
  return { toPicture, squares: [squareAround(area)] };
}

/**
 * The same in squares as high as the page: faces that are too small in the whole are large enough
 * there. Without a page, in halves.
 */
export function partsOfFrame({ toPicture, area, page = area }: PageFrame): Search {
  const [across, down] = [area.right - area.left, area.bottom - area.top];
  const side = Math.min(Math.max(across, down) / 1.5, Math.min(page.bottom - page.top, page.right - page.left) * (1 + shared));
  const centres = (from: number, length: number) => {
    const count = Math.max(1, Math.ceil((length - side * shared) / (side * (1 - shared))));
    const step = count === 1 ? 0 : (length - side) / (count - 1);
    return Array.from({ length: count }, (_, index) => from + (count === 1 ? length / 2 : side / 2 + index * step));
  };
  const rows = centres(area.top, down);
  const squares = rows.flatMap((y) => centres(area.left, across).map((x) => ({ centre: { x, y }, side, turn: 0 })));
  return { toPicture, squares };
}

const identity: Homography = [1, 0, 0, 0, 1, 0, 0, 0, 1];

/** A whole picture, turned clockwise by an angle; radians. */
export function wholePicture({ width, height }: { readonly width: number; readonly height: number }, turn: number): Search {
  return { toPicture: identity, squares: [{ ...squareAround({ left: 0, top: 0, right: width, bottom: height }), turn }] };
}

/** The same in squares as large as its shorter side, one beside the other. */
export function partsOfPicture({ width, height }: { readonly width: number; readonly height: number }, turn: number): Search {
  const [side, length] = [Math.min(width, height), Math.max(width, height)];
  const count = Math.ceil((length - side * shared) / (side * (1 - shared)));
  const squares = Array.from({ length: count }, (_, index) => {
    const along = side / 2 + (count === 1 ? 0 : (index * (length - side)) / (count - 1));
    return { centre: width > height ? { x: along, y: side / 2 } : { x: side / 2, y: along }, side, turn };
  });
  return { toPicture: identity, squares };
}

function squareAround({ left, top, right, bottom }: PageFrame['area']): Square {
  return { centre: { x: (left + right) / 2, y: (top + bottom) / 2 }, side: Math.max(right - left, bottom - top), turn: 0 };
}
