import type { Span } from '@ocr-web/mrz';
import { cutQuad } from './geometry/cut-quad.ts';
import type { Quad } from './geometry/quad.ts';
import type { ZoneReading } from './reading.ts';

/**
 * Where a stretch of a zone's line lies on its page, in pixels of the page. All positions of a line are equally wide in print, so those of
 * a tilted picture shrink with the distance.
 */
export function quadOfSpan({ lines, lineQuads, quad }: Pick<ZoneReading, 'lines' | 'lineQuads' | 'quad'>, [line, start, end]: Span): Quad {
  const length = lines[line]?.length || 1;
  return cutQuad(lineQuads[line] ?? quad, Math.min(start / length, 1), Math.min(end / length, 1));
}
