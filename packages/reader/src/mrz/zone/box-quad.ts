import type { Point } from '../../geometry/point.ts';
import { type Quad, quadCentre } from '../../geometry/quad.ts';
import { type LineLayout, lineLayouts, printGeometry } from '../print-geometry.ts';
import type { ZoneBox } from '../search/box-segments.ts';

const { coreShare, pitchPerGlyphHeight } = printGeometry;

/**
 * The box around a zone of which only the outline is known, such as that of the video frame before.
 * The layout whose proportions come closest to the outline's tells how high its glyphs are.
 *
 * @param quad outline of the text, pixels of the picture
 */
export function boxQuad(quad: Quad): ZoneBox {
  const [start, end] = [middle(quad[0], quad[3]), middle(quad[1], quad[2])];
  const [above, below] = [middle(quad[0], quad[1]), middle(quad[3], quad[2])];
  const length = Math.hypot(end.x - start.x, end.y - start.y);
  const direction = { x: (end.x - start.x) / length, y: (end.y - start.y) / length };
  const height = (below.y - above.y) * direction.x - (below.x - above.x) * direction.y;
  const misfit = (layout: LineLayout) => Math.abs(Math.log(height / heightOf(layout, length)));
  const layout = lineLayouts.reduce((best, other) => (misfit(other) < misfit(best) ? other : best));
  const glyphHeight = glyphHeightOf(layout, length);
  return {
    centre: quadCentre(quad),
    direction,
    length,
    height: height - (1 - coreShare) * glyphHeight,
    thickness: coreShare * glyphHeight,
    mass: 0,
  };
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function glyphHeightOf({ characters }: LineLayout, length: number): number {
  return length / (characters * pitchPerGlyphHeight);
}

function heightOf(layout: LineLayout, length: number): number {
  const glyphHeight = glyphHeightOf(layout, length);
  return glyphHeight * (1 + (layout.lines - 1) * layout.spacing * pitchPerGlyphHeight);
}
