import { createLazyPlane, type GreyPlane, type LazyPlane, type PicturePlanes } from './plane.ts';

/** The tone of paper in even light. */
const paper = 217;
/** Paper is never taken to be darker than this: below, there is only noise. */
const minPaper = 4;
/** Rows that are evened at once. */
const rowsAtOnce = 64;

/**
 * The planes of a picture as if light fell evenly on all of its paper: shadows and bright stripes
 * are gone with their edges, dark print stays. Every pixel is divided by the tone of the paper
 * around it, which is what morphological closing leaves: dark things narrower than its square
 * vanish, wider ones are the light's (Serra, "Image Analysis and Mathematical Morphology", 1982).
 *
 * @param width of the square, pixels of the picture: more than the strokes of the print have
 */
export function evenLight(planes: PicturePlanes, width: number): PicturePlanes {
  const evened = new Map<LazyPlane, LazyPlane>();
  return {
    width: planes.width,
    height: planes.height,
    async planeAtLeast(scale) {
      const plane = await planes.planeAtLeast(scale);
      const reach = Math.max(1, Math.round((width * plane.width) / planes.width / 2));
      const known = evened.get(plane) ?? evenPlane(plane, reach);
      evened.set(plane, known);
      return known;
    },
  };
}

/** @param reach of the square to either side of its middle, pixels */
function evenPlane(plane: LazyPlane, reach: number): LazyPlane {
  const { width, height } = plane;
  return createLazyPlane({
    width,
    height,
    rowsAtOnce,
    makeRows(from, to, pixels) {
      // What lies further away than this does not count.
      const top = Math.max(0, from - 2 * reach - 2);
      const bottom = Math.min(height, to + 2 * reach + 2);
      const { data } = plane.rows(top, bottom);
      const seen = { data: data.subarray(top * width, bottom * width), width, height: bottom - top };
      const ground = soften(closePlane(soften(seen), reach)).data.subarray((from - top) * width);
      for (let at = from * width, under = 0; at < to * width; at++, under++) {
        pixels[at] = Math.min(255, (paper * data[at]!) / Math.max(minPaper, ground[under]!));
      }
    },
  });
}

/** Dilation and then erosion by a square: of light, and of the dark. */
function closePlane(plane: GreyPlane, reach: number): GreyPlane {
  return invert(spreadLight(invert(spreadLight(plane, reach)), reach));
}

function invert(plane: GreyPlane): GreyPlane {
  for (let at = 0; at < plane.data.length; at++) plane.data[at] = 255 - plane.data[at]!;
  return plane;
}

/** The lightest pixel of each square; beyond its border the plane has no pixels. */
function spreadLight({ data, width, height }: GreyPlane, reach: number): GreyPlane {
  const side = 2 * reach + 1;
  const wide = width + 2 * reach;
  const rows = new Uint8Array(wide * height);
  for (let y = 0; y < height; y++) rows.set(data.subarray(y * width, (y + 1) * width), y * wide + reach);
  takeLightest(rows, 1, side);
  const columns = new Uint8Array(width * (height + 2 * reach));
  for (let y = 0; y < height; y++) columns.set(rows.subarray(y * wide, y * wide + width), (y + reach) * width);
  takeLightest(columns, width, side);
  return { data: columns.subarray(0, width * height), width, height };
}

/**
 * Each pixel becomes the lightest of itself and those behind it, `count` in all. Of two
 * neighbouring windows one of twice their length is made, so that time grows with its logarithm.
 */
function takeLightest(pixels: Uint8Array, stride: number, count: number): void {
  for (let covered = 1; covered < count; ) {
    const further = Math.min(covered, count - covered);
    const step = further * stride;
    for (let at = 0; at + step < pixels.length; at++) {
      const other = pixels[at + step]!;
      if (other > pixels[at]!) pixels[at] = other;
    }
    covered += further;
  }
}

/**
 * Each pixel the mean of its 3 x 3 neighbours, which takes noise away; the border stays as it is.
 */
function soften({ data, width, height }: GreyPlane): GreyPlane {
  const out = data.slice();
  for (let y = 1; y + 1 < height; y++) {
    for (let at = y * width + 1; at < (y + 1) * width - 1; at++) {
      const above = data[at - width - 1]! + data[at - width]! + data[at - width + 1]!;
      const below = data[at + width - 1]! + data[at + width]! + data[at + width + 1]!;
      out[at] = (above + data[at - 1]! + data[at]! + data[at + 1]! + below + 4) / 9;
    }
  }
  return { data: out, width, height };
}
