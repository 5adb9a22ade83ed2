import type { Point } from '../../geometry/point.ts';
import { evaluatePolynomial } from '../../geometry/polynomial.ts';
import type { ZoneCrop } from '../detector/sample-crop.ts';
import { printGeometry } from '../print-geometry.ts';
import type { ZoneBox } from '../search/box-segments.ts';
import { type CropLine, lineGlyphHeight, lineLength, lineWeight } from '../trace/crop-line.ts';

const { coreShare } = printGeometry;
const probes = 8;

/**
 * The box in the picture around lines that were traced in a crop, turned to their own reading
 * direction.
 */
export function boxLines(lines: readonly CropLine[], crop: ZoneCrop): ZoneBox {
  const along = readingDirection(lines);
  let minU = Number.POSITIVE_INFINITY;
  let maxU = Number.NEGATIVE_INFINITY;
  let minV = Number.POSITIVE_INFINITY;
  let maxV = Number.NEGATIVE_INFINITY;
  let glyphHeight = 0;
  for (const line of lines) {
    for (let i = 0; i <= probes; i++) {
      const x = line.start + ((line.end - line.start) * i) / probes;
      const y = evaluatePolynomial(line.centreline, x);
      const half = (evaluatePolynomial(line.glyphHeight, x) * coreShare) / 2;
      const u = x * along.x + y * along.y;
      const v = y * along.x - x * along.y;
      minU = Math.min(minU, u);
      maxU = Math.max(maxU, u);
      minV = Math.min(minV, v - half);
      maxV = Math.max(maxV, v + half);
    }
    glyphHeight += lineGlyphHeight(line) / lines.length;
  }
  const u = (minU + maxU) / 2;
  const v = (minV + maxV) / 2;
  const { scale, direction, origin } = crop;
  const turn = (point: Point): Point => ({
    x: point.x * direction.x - point.y * direction.y,
    y: point.x * direction.y + point.y * direction.x,
  });
  const centre = turn({ x: u * along.x - v * along.y, y: u * along.y + v * along.x });
  return {
    centre: { x: origin.x + centre.x * scale, y: origin.y + centre.y * scale },
    direction: turn(along),
    length: (maxU - minU) * scale,
    height: (maxV - minV) * scale,
    thickness: glyphHeight * coreShare * scale,
    mass: lines.reduce((sum, line) => sum + lineWeight(line), 0),
  };
}

/**
 * Unit vector in the crop: along the lines' chords, against the x axis where the crop is upside
 * down.
 */
function readingDirection(lines: readonly CropLine[]): Point {
  let x = 0;
  let y = 0;
  let cosine = 0;
  for (const line of lines) {
    x += lineLength(line);
    y += evaluatePolynomial(line.centreline, line.end) - evaluatePolynomial(line.centreline, line.start);
    cosine += line.cosine * lineLength(line);
  }
  const norm = Math.hypot(x, y) * (cosine < 0 ? -1 : 1);
  return { x: x / norm, y: y / norm };
}
