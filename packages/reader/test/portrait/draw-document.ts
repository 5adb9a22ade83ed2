import type { GreyPlane } from '../../src/image/plane.ts';

/** A grey picture that shapes are drawn on. */
type Sheet = { readonly width: number; readonly height: number; readonly data: Uint8Array };
type Place = { readonly x: number; readonly y: number };

/** A portrait on a drawn document: its box in pixels, and how pale it is, 0 to 1. */
export type DrawnPortrait = { readonly left: number; readonly top: number; readonly width: number; readonly pale?: number };

/** As high as 45 for 35. */
const aspect = 45 / 35;
const [paper, photo] = [225, 170];

/** A document of nobody: paper with portraits of a drawn face, and maybe a scrawl. */
export function drawDocument(width: number, height: number, portraits: readonly DrawnPortrait[], scrawl?: Place): GreyPlane {
  const sheet: Sheet = { width, height, data: new Uint8Array(width * height).fill(paper) };
  for (const portrait of portraits) drawPortrait(sheet, portrait);
  if (scrawl) drawScrawl(sheet, scrawl);
  return sheet;
}

/** The box of a drawn portrait: left, top, right, bottom. */
export function boxOfPortrait({ left, top, width }: DrawnPortrait): [number, number, number, number] {
  return [left, top, left + width, top + width * aspect];
}

function drawPortrait(sheet: Sheet, { left, top, width, pale = 0 }: DrawnPortrait): void {
  const height = width * aspect;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const grey = greyOfFace(x / width, y / height);
      sheet.data[Math.round(top + y) * sheet.width + Math.round(left + x)] = Math.round(grey + pale * (paper - grey));
    }
}

/** Whether a place lies in an ellipse: below 1. */
const inEllipse = (x: number, y: number, centreX: number, centreY: number, radiusX: number, radiusY: number) =>
  Math.hypot((x - centreX) / radiusX, (y - centreY) / radiusY);

/** A face from the front, as simple as one is still seen as a face; shares of width and height. */
function greyOfFace(x: number, y: number): number {
  const side = Math.abs(x - 0.5);
  const features: readonly [number, number][] = [
    [inEllipse(side, y, 0.145, 0.45, 0.035, 0.016), 25],
    [inEllipse(side, y, 0.145, 0.45, 0.07, 0.024), 235],
    [inEllipse(side, y, 0.15, 0.395, 0.1, 0.014), 60],
    [inEllipse(side, y, 0.035, 0.6, 0.022, 0.012), 95],
    [inEllipse(x, y, 0.5, 0.7, 0.12, 0.022), 90],
  ];
  for (const [distance, grey] of features) if (distance < 1) return grey;
  const face = inEllipse(x, y, 0.5, 0.5, 0.29, 0.33);
  const isHair = inEllipse(x, y, 0.5, 0.4, 0.34, 0.31) < 1 && (y < 0.3 || face >= 1);
  if (isHair && y < 0.55) return 50;
  // Round: darker towards the sides and below the nose.
  if (face < 1) return 205 - 45 * face ** 3 - 18 * Math.max(0, 1 - Math.abs(x - 0.46) / 0.04) * (y > 0.45 && y < 0.6 ? 1 : 0);
  if (side < 0.14 && y > 0.75 && y < 0.9) return 165;
  return inEllipse(x, y, 0.5, 1.05, 0.5, 0.2) < 1 ? 70 : photo;
}

/** Loops of a pen, 3 millimetres of a passport at 8 pixels each. */
function drawScrawl({ data, width }: Sheet, { x, y }: Place): void {
  for (let t = 0; t < 1; t += 0.0005) {
    const [atX, atY] = [x + 200 * t + 18 * Math.sin(40 * t), y + 32 * Math.cos(40 * t) * (1 - 0.5 * t)];
    for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) data[Math.round(atY + dy) * width + Math.round(atX + dx)] = 30;
  }
}
