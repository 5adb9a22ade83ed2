import { type Homography, projectPoint } from '../../geometry/homography.ts';
import { evaluatePolynomial } from '../../geometry/polynomial.ts';
import type { PicturePlanes } from '../../image/plane.ts';
import { type ColumnPaths, chooseOversampling, rowsOfPaths, sampleColumns } from '../../image/sample-columns.ts';
import type { Scratch } from '../../image/scratch.ts';
import { type LineStrips, stripGeometry } from '../line-strips.ts';
import type { TracedLine, TracedZone } from '../traced-zone.ts';

/** Glyphs smaller than this in the plane at hand are taken from a finer one if there is one, pixels. */
const wantedGlyphHeight = 16;
/** Shrinking by less than this needs no averaging over several samples a pixel. */
const sparseEnough = 1.4;

/**
 * Draws every line of a zone as the recogniser wants it, from the coarsest plane that shows all there is to see, in one resampling.
 * The strips stay valid until the next zone is rectified with the same scratch memory.
 */
export async function rectifyLines(planes: PicturePlanes, zone: TracedZone, scratch: Scratch): Promise<LineStrips> {
  const plane = await planes.planeAtLeast(Math.min(1, wantedGlyphHeight / zone.glyphHeight_px));
  const scaleX = plane.width / planes.width;
  const scaleY = plane.height / planes.height;
  const step = (zone.glyphHeight_px * Math.sqrt(scaleX * scaleY)) / stripGeometry.glyphHeight;
  const oversampling = chooseOversampling(step, sparseEnough);
  // The lines of an MRZ start and end together: one that seems shorter is drawn as far as the longest reaches.
  const start = Math.min(...zone.lines.map((line) => line.start));
  const end = Math.max(...zone.lines.map((line) => line.end));
  const width = Math.min(stripGeometry.maxWidth, roundUp((end - start) * stripGeometry.glyphHeight + 2 * stripGeometry.margin, 8));
  const size = width * stripGeometry.height;
  const data = scratch.floats('strips.data', size * zone.lines.length);
  const paths = scratch.doubles('strips.paths', width * oversampling * 4);
  zone.lines.forEach((line, index) => {
    layLinePaths(zone.frame, line, start, { scaleX, scaleY, oversampling }, paths);
    sampleColumns(
      plane.rows(...rowsOfPaths(paths, stripGeometry.height)),
      paths,
      { data, offset: index * size, width, height: stripGeometry.height },
      oversampling,
      step < 1,
    );
  });
  return { data, lines: zone.lines.length, width };
}

function roundUp(value: number, granularity: number): number {
  return Math.ceil(value / granularity) * granularity;
}

type PlaneScale = { readonly scaleX: number; readonly scaleY: number; readonly oversampling: number };

/**
 * Lays the columns of a line's strip through a plane of the picture: along the line's centreline, upright in the zone's frame.
 *
 * @param frame from the zone's frame to pixels of the picture
 * @param start where in the frame the text starts, a margin further right in the strip
 */
function layLinePaths(frame: Homography, line: TracedLine, start: number, scale: PlaneScale, paths: ColumnPaths): void {
  const { height, glyphHeight, margin } = stripGeometry;
  const { scaleX, scaleY, oversampling } = scale;
  const columns = paths.length / 4;
  const pixel = line.height / glyphHeight;
  for (let column = 0; column < columns; column++) {
    const u = start + ((column + 0.5) / oversampling - margin) / glyphHeight;
    const v = evaluatePolynomial(line.centreline, u);
    // Perspective within a strip's height is slight: a column runs straight and evenly from its first to its last pixel.
    const top = projectPoint(frame, u, v - (pixel * (height - 1)) / 2);
    const bottom = projectPoint(frame, u, v + (pixel * (height - 1)) / 2);
    paths[column * 4] = top.x * scaleX;
    paths[column * 4 + 1] = top.y * scaleY;
    paths[column * 4 + 2] = ((bottom.x - top.x) / (height - 1)) * scaleX;
    paths[column * 4 + 3] = ((bottom.y - top.y) / (height - 1)) * scaleY;
  }
}
