import type { Point } from '@ocr-web/reader';
import { type Canvas, type Colour, strokeLine } from './canvas.ts';
import { glyphs } from './glyphs.ts';

/** From one character to the next, and the height of a capital, in units of the glyphs' grid. */
const advance = 6;
const capHeight = 6;
const strokeShare = 0.15;

/** How wide a text is written, pixels. */
export function measureText(text: string, height: number): number {
  return (Math.max(0, text.length * advance - 2) * height) / capHeight;
}

/**
 * Writes a line of text in capitals, in strokes of its own, so that it looks the same wherever it
 * is drawn: a machine need not have a font.
 *
 * @param x where it starts
 * @param y its base line
 * @param height of a capital, pixels
 */
export function writeText(canvas: Canvas, text: string, x: number, y: number, height: number, colour: Colour): void {
  const unit = height / capHeight;
  const thickness = Math.max(1, height * strokeShare);
  let left = x;
  for (const character of text.toUpperCase()) {
    for (const stroke of glyphs[character] ?? glyphs['?']!) drawStroke(canvas, stroke, left, y, unit, thickness, colour);
    left += advance * unit;
  }
}

function drawStroke(
  canvas: Canvas,
  stroke: readonly Point[],
  left: number,
  baseLine: number,
  unit: number,
  thickness: number,
  colour: Colour,
): void {
  const place = ({ x, y }: Point): Point => ({ x: left + x * unit, y: baseLine + (y - capHeight) * unit });
  for (let k = 1; k < stroke.length; k++) strokeLine(canvas, place(stroke[k - 1]!), place(stroke[k]!), thickness, colour);
}
