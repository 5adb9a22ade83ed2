import { Type } from 'typebox';

const Point = Type.Object({ x: Type.Number(), y: Type.Number() }, { $id: 'Point' });

/** Corners in reading order: start of the first line, its end, end of the last line, its start. */
export const Quad = Type.Array(Point, {
  $id: 'Quad',
  minItems: 4,
  maxItems: 4,
  description:
    'Corners in pixels of the page, after its EXIF orientation: start of the first line, end of the first line, end of the last line, start of the last line.',
});
