import type { TracedLine } from '../detect/traced-zone.ts';
import { type Homography, projectPoint } from '../geometry/homography.ts';
import { evaluatePolynomial } from '../geometry/polynomial.ts';
import type { ColumnPaths } from '../geometry/sample-columns.ts';
import { stripGeometry } from './strip-geometry.ts';

type PlaneScale = { readonly scaleX: number; readonly scaleY: number; readonly oversampling: number };

/**
 * Lays the columns of a line's strip through a plane of the picture: along the line's course, upright in the zone's frame.
 *
 * @param frame from the zone's frame to pixels of the picture
 * @param start where in the frame the text starts, a margin further right in the strip
 */
export function layLinePaths(frame: Homography, line: TracedLine, start: number, scale: PlaneScale, paths: ColumnPaths): void {
  const { height, glyphHeight, margin } = stripGeometry;
  const { scaleX, scaleY, oversampling } = scale;
  const columns = paths.length / 4;
  const pixel = line.height / glyphHeight;
  for (let column = 0; column < columns; column++) {
    const u = start + ((column + 0.5) / oversampling - margin) / glyphHeight;
    const v = evaluatePolynomial(line.course, u);
    // Perspective within a strip's height is slight: a column runs straight and evenly from its first to its last pixel.
    const top = projectPoint(frame, u, v - (pixel * (height - 1)) / 2);
    const bottom = projectPoint(frame, u, v + (pixel * (height - 1)) / 2);
    paths[column * 4] = top.x * scaleX;
    paths[column * 4 + 1] = top.y * scaleY;
    paths[column * 4 + 2] = ((bottom.x - top.x) / (height - 1)) * scaleX;
    paths[column * 4 + 3] = ((bottom.y - top.y) / (height - 1)) * scaleY;
  }
}
