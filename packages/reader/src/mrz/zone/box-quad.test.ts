import { expect, it } from 'vitest';
import type { Quad } from '../../geometry/quad.ts';
import { printGeometry } from '../print-geometry.ts';
import { boxQuad } from './box-quad.ts';

const glyph = 10;
const { pitchPerGlyphHeight } = printGeometry;

/** The outline of upright text that is turned clockwise around the origin. */
function outline(characters: number, lines: number, spacing: number, degrees: number): Quad {
  const length = characters * pitchPerGlyphHeight * glyph;
  const height = (1 + (lines - 1) * spacing * pitchPerGlyphHeight) * glyph;
  const c = Math.cos((degrees * Math.PI) / 180);
  const s = Math.sin((degrees * Math.PI) / 180);
  const at = (x: number, y: number) => ({ x: x * c - y * s, y: x * s + y * c });
  return [at(0, 0), at(length, 0), at(length, height), at(0, height)];
}

it.each([
  ['passport', 44, 2, 2.53, 0],
  ['card', 30, 3, 1.7, 90],
  ['card', 30, 3, 1.7, 200],
])('tells the height of the glyphs from the outline of a %s', (_, characters, lines, spacing, degrees) => {
  const quad = outline(characters, lines, spacing, degrees);
  const box = boxQuad(quad);
  expect(box).toEqual({
    centre: { x: expect.closeTo((quad[0].x + quad[2].x) / 2), y: expect.closeTo((quad[0].y + quad[2].y) / 2) },
    direction: { x: expect.closeTo(Math.cos((degrees * Math.PI) / 180)), y: expect.closeTo(Math.sin((degrees * Math.PI) / 180)) },
    length: expect.closeTo(characters * pitchPerGlyphHeight * glyph),
    height: expect.closeTo((0.6 + (lines - 1) * spacing * pitchPerGlyphHeight) * glyph),
    thickness: expect.closeTo(0.6 * glyph),
    mass: 0,
  });
});
