import type { Point, Quad } from '@ocr-web/reader';
import { type ColourPlane, composeHomographies, fitHomography, type Homography, projectPoint } from '@ocr-web/reader/engine';

/** Around the text, as a share of its length: about one character of 44. */
const margin = 0.025;
const widest = 1600;
/**
 * Samples of a pixel along each axis: enough where the plane is up to twice as fine as what is
 * drawn.
 */
const samples = 2;
const white = 255;

/**
 * How large the crop of a quad is drawn: as large as it is in the picture, unless that is very
 * large. Pixels.
 */
export type CropPlan = { readonly width: number; readonly height: number; readonly scale: number };

/** Sizes in pixels of the picture; `scale` is that of the crop to it, at most 1. */
export function planCrop([a, b, c, d]: Quad): CropPlan {
  const along = (distance(a, b) + distance(d, c)) / 2;
  const across = (distance(a, d) + distance(b, c)) / 2;
  const around = 2 * margin * along;
  const scale = Math.min(1, widest / Math.max(along + around, across + around));
  const side = (length: number) => Math.max(1, Math.round((length + around) * scale));
  return { width: side(along), height: side(across), scale };
}

/**
 * What lies within a quad, flat and upright, its margins included. Beyond the picture there is
 * white.
 *
 * @param plane of the picture, at least as fine as the plan's scale
 * @param pictureWidth of which the quad's coordinates are, pixels
 */
export function drawCrop(plane: ColourPlane, pictureWidth: number, quad: Quad, { width, height, scale }: CropPlan): ColourPlane {
  const target = layOut(quad, width, height, scale);
  const map = fitHomography(target, quad);
  const data = new Uint8Array(width * height * 3).fill(white);
  if (!map) return { width, height, data };
  const fineness = plane.width / pictureWidth;
  const toPlane = composeHomographies(map, [fineness, 0, 0, 0, fineness, 0, 0, 0, 1]);
  const sum: [number, number, number] = [0, 0, 0];
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 3) {
      samplePixel(plane, toPlane, x, y, sum);
      for (let channel = 0; channel < 3; channel++) data[at + channel] = Math.round(sum[channel]!);
    }
  }
  return { width, height, data };
}

/** Where the corners of the quad lie in the crop. */
function layOut([a, b, c, d]: Quad, width: number, height: number, scale: number): Point[] {
  const around = margin * ((distance(a, b) + distance(d, c)) / 2) * scale;
  const [right, bottom] = [width - around, height - around];
  return [
    { x: around, y: around },
    { x: right, y: around },
    { x: right, y: bottom },
    { x: around, y: bottom },
  ];
}

function samplePixel(plane: ColourPlane, map: Homography, x: number, y: number, sum: [number, number, number]): void {
  sum.fill(0);
  for (let k = 0; k < samples * samples; k++) {
    const from = projectPoint(map, x + ((k % samples) + 0.5) / samples, y + (Math.floor(k / samples) + 0.5) / samples);
    addSample(plane, from.x - 0.5, from.y - 0.5, sum);
  }
  for (let channel = 0; channel < 3; channel++) sum[channel]! /= samples * samples;
}

/** Bilinear. */
function addSample({ data, width, height }: ColourPlane, x: number, y: number, sum: [number, number, number]): void {
  if (!(x > -1 && y > -1 && x < width && y < height)) {
    for (let channel = 0; channel < 3; channel++) sum[channel]! += white;
    return;
  }
  const left = Math.max(0, Math.floor(x));
  const top = Math.max(0, Math.floor(y));
  const step = left + 1 < width ? 3 : 0;
  const down = top + 1 < height ? width * 3 : 0;
  const fx = Math.max(0, x - left);
  const fy = Math.max(0, y - top);
  const at = (top * width + left) * 3;
  for (let channel = 0; channel < 3; channel++) {
    const from = at + channel;
    const upper = data[from]! * (1 - fx) + data[from + step]! * fx;
    const lower = data[from + down]! * (1 - fx) + data[from + down + step]! * fx;
    sum[channel]! += upper * (1 - fy) + lower * fy;
  }
}

function distance(from: Point, to: Point): number {
  return Math.hypot(to.x - from.x, to.y - from.y);
}
