import { type Homography, projectPoint } from '../../geometry/homography.ts';
import { evaluatePolynomial } from '../../geometry/polynomial.ts';
import type { PicturePlanes } from '../../image/plane.ts';
import { chooseOversampling, rowsOfGrid, type SamplingGrid, sampleColumns } from '../../image/sample-columns.ts';
import type { Scratch } from '../../image/scratch.ts';
import { type LineStrips, stripGeometry } from '../line-strips.ts';
import type { TracedLine, TracedZone } from '../traced-zone.ts';

/**
 * Smallest glyphs to draw from, pixels: where a plane shows smaller ones, a finer plane is used if
 * there is one.
 */
const minGlyphHeight = 16;
/** Up to this many pixels of the plane for each pixel of the strip, one sample is enough. */
const maxSampleStep = 1.4;

/**
 * Draws every line of a zone as the recogniser expects it, in one resampling of the coarsest plane
 * that loses no detail. The strips are valid until the next zone is rectified with the same scratch
 * memory.
 */
export async function rectifyLines(planes: PicturePlanes, zone: TracedZone, scratch: Scratch): Promise<LineStrips> {
  const plane = await planes.planeAtLeast(Math.min(1, minGlyphHeight / zone.glyphHeight_px));
  const scaleX = plane.width / planes.width;
  const scaleY = plane.height / planes.height;
  const step = (zone.glyphHeight_px * Math.sqrt(scaleX * scaleY)) / stripGeometry.glyphHeight;
  const oversampling = chooseOversampling(step, maxSampleStep);
  // The lines of an MRZ start and end together, so all are drawn as far as the longest one reaches.
  const start = Math.min(...zone.lines.map((line) => line.start));
  const end = Math.max(...zone.lines.map((line) => line.end));
  const width = Math.min(stripGeometry.maxWidth, roundUp((end - start) * stripGeometry.glyphHeight + 2 * stripGeometry.margin, 8));
  const size = width * stripGeometry.height;
  const data = scratch.floats('strips.data', size * zone.lines.length);
  const memory = scratch.doubles('strips.grid', width * oversampling * 4);
  zone.lines.forEach((line, index) => {
    const grid = gridForLine(zone.frame, line, start, { scaleX, scaleY, oversampling }, memory);
    sampleColumns(
      plane.rows(...rowsOfGrid(grid, stripGeometry.height)),
      grid,
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
 * The grid that samples a line's strip from a plane of the picture: its columns follow the line and
 * stand upright in the zone's frame.
 *
 * @param frame from the zone's frame to pixels of the picture
 * @param start u in the frame where the text starts; in the strip it starts after the margin
 * @param grid memory that is filled and returned
 */
function gridForLine(frame: Homography, line: TracedLine, start: number, scale: PlaneScale, grid: SamplingGrid): SamplingGrid {
  const { height, glyphHeight, margin } = stripGeometry;
  const { scaleX, scaleY, oversampling } = scale;
  const columns = grid.length / 4;
  const pixel = line.height / glyphHeight;
  for (let column = 0; column < columns; column++) {
    const u = start + ((column + 0.5) / oversampling - margin) / glyphHeight;
    const v = evaluatePolynomial(line.centreline, u);
    // Perspective is slight within the height of a strip, so the pixels of a column are evenly
    // spaced.
    const top = projectPoint(frame, u, v - (pixel * (height - 1)) / 2);
    const bottom = projectPoint(frame, u, v + (pixel * (height - 1)) / 2);
    grid[column * 4] = top.x * scaleX;
    grid[column * 4 + 1] = top.y * scaleY;
    grid[column * 4 + 2] = ((bottom.x - top.x) / (height - 1)) * scaleX;
    grid[column * 4 + 3] = ((bottom.y - top.y) / (height - 1)) * scaleY;
  }
  return grid;
}
