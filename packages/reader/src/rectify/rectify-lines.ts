import type { TracedZone } from '../detect/traced-zone.ts';
import type { PicturePlanes } from '../geometry/picture-planes.ts';
import { rowsOfPaths } from '../geometry/rows-of-paths.ts';
import { chooseOversampling, sampleColumns } from '../geometry/sample-columns.ts';
import type { Scratch } from '../geometry/scratch.ts';
import { layLinePaths } from './lay-line-paths.ts';
import type { LineStrips } from './line-strips.ts';
import { stripGeometry } from './strip-geometry.ts';

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
