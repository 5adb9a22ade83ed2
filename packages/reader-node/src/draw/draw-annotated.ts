import type { Point, Quad, ZoneReading } from '@ocr-web/reader';
import type { ColourPlane } from '@ocr-web/reader/engine';
import { type Canvas, fillPolygon, strokePolygon } from './canvas.ts';
import { growQuad } from './grow-quad.ts';
import { composeLegend, type LegendRow } from './legend.ts';
import { colours, listMarks, zoneColour } from './marks.ts';
import { measureText, writeText } from './write-text.ts';

/** The legend keeps legible beneath a small picture: pixels. */
const narrowest = 640;
const background = 255;

/**
 * A page with the zones that were read on it, and a legend beneath.
 *
 * @param page as large as it is to be drawn
 * @param pictureWidth of which the zones' coordinates are, pixels
 */
export function drawAnnotated(page: ColourPlane, pictureWidth: number, zones: readonly ZoneReading[]): ColourPlane {
  const legend = composeLegend(zones);
  const width = Math.max(page.width, narrowest);
  const textHeight = Math.max(10, Math.round(width / 95));
  const rowHeight = Math.round(textHeight * 1.9);
  const height = page.height + rowHeight * (legend.length + 1);
  const canvas: Canvas = { width, height, data: new Uint8Array(width * height * 3).fill(background) };
  for (let y = 0; y < page.height; y++) canvas.data.set(page.data.subarray(y * page.width * 3, (y + 1) * page.width * 3), y * width * 3);
  const scale = page.width / pictureWidth;
  zones.forEach((zone, index) => {
    drawZone(canvas, zone, index, scale, textHeight);
  });
  legend.forEach((row, index) => {
    writeRow(canvas, row, page.height + rowHeight * (index + 1), textHeight);
  });
  return canvas;
}

function drawZone(canvas: Canvas, zone: ZoneReading, index: number, scale: number, textHeight: number): void {
  const scaled = ({ x, y }: Point): Point => ({ x: x * scale, y: y * scale });
  const place = ([a, b, c, d]: Quad): Quad => [scaled(a), scaled(b), scaled(c), scaled(d)];
  const thin = Math.max(1, textHeight / 9);
  for (const quad of zone.lineQuads) strokePolygon(canvas, place(quad), thin, colours.line);
  for (const { quad, colour, filled } of listMarks(zone)) {
    if (filled) fillPolygon(canvas, place(quad), colour, 0.35);
    strokePolygon(canvas, place(quad), thin, colour);
  }
  const outline = growQuad(place(zone.quad), textHeight * 0.5);
  const colour = zoneColour(zone);
  strokePolygon(canvas, outline, 2 * thin, colour);
  const corner = outline[0]!;
  const label = String(index + 1);
  const [labelWidth, labelHeight] = [measureText(label, textHeight) + textHeight, textHeight * 1.8];
  // Kept inside the page where the zone begins at its edge.
  const left = Math.min(Math.max(0, corner.x), canvas.width - labelWidth);
  const top = Math.max(0, corner.y - labelHeight);
  fillPolygon(canvas, rectangle(left, top, labelWidth, labelHeight), colour, 1);
  writeText(canvas, label, left + textHeight / 2, top + textHeight * 1.4, textHeight, colours.paper);
}

function rectangle(left: number, top: number, width: number, height: number): Point[] {
  return [
    { x: left, y: top },
    { x: left + width, y: top },
    { x: left + width, y: top + height },
    { x: left, y: top + height },
  ];
}

function writeRow(canvas: Canvas, { colour, text }: LegendRow, baseLine: number, textHeight: number): void {
  const indent = textHeight;
  if (colour) fillPolygon(canvas, rectangle(indent, baseLine - textHeight, textHeight, textHeight), colour, 1);
  writeText(canvas, text, indent + 2 * textHeight, baseLine, textHeight, colours.ink);
}
