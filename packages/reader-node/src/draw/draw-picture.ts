import type { Point, Quad, ZoneReading } from '@ocr-web/reader';
import { type ColourPlane, type DecodedPage, type DecodePicture, scaleQuad, scaleZone } from '@ocr-web/reader/engine';
import { fillPolygon } from './canvas.ts';
import { drawAnnotated } from './draw-annotated.ts';
import { drawCrop, planCrop } from './draw-crop.ts';
import { encodePng } from './encode-png.ts';
import { growQuad } from './grow-quad.ts';
import { colours } from './marks.ts';
import { shrinkColours } from './shrink-colours.ts';

/**
 * What can be drawn of a file, and what of it is to be covered. Pages count from 0; quads are in
 * the coordinates of the reading.
 */
export type Drawing = { readonly covered?: readonly Quad[] } & Shown;

type Shown =
  /** The page as it is looked at. */
  | { readonly kind: 'page'; readonly page: number }
  /** What lies within a quad, flat and upright, with a little of what is around it. */
  | { readonly kind: 'crop'; readonly page: number; readonly quad: Quad }
  /**
   * The page with those of the zones that lie on it: where they and their fields were found, and
   * which check digits hold.
   */
  | { readonly kind: 'annotated'; readonly page: number; readonly zones: readonly ZoneReading[] };

/** Around what is covered, as a share of its height. */
const coverMargin = 0.25;

/** Pages are drawn no larger than this: longer side, pixels. */
const longestSide = 1800;

/**
 * Draws something of a file, in square pixels: where the file says that its own are not, the
 * drawing is as wide and high as the page is in print.
 *
 * @param bytes the file
 * @returns a PNG
 * @throws EngineError `picture.unsupported`, `picture.too_large`, `picture.too_many_pages`,
 *   `picture.encrypted`, `picture.corrupt`
 * @throws RangeError when the file has no such page
 */
export async function drawPicture(bytes: Uint8Array, drawing: Drawing, decodePicture: DecodePicture): Promise<Uint8Array> {
  const picture = await decodePicture(bytes);
  try {
    if (!(Number.isInteger(drawing.page) && drawing.page >= 0 && drawing.page < picture.pageCount)) {
      throw new RangeError(`The file has ${picture.pageCount} pages, and no page ${drawing.page} counted from 0.`);
    }
    return await encodePng(await drawPage(await picture.openPage(drawing.page), drawing));
  } finally {
    picture.close();
  }
}

async function drawPage(page: DecodedPage, drawing: Drawing): Promise<ColourPlane> {
  const { stored = page } = page;
  const [byX, byY] = [page.width / stored.width, page.height / stored.height];
  if (drawing.kind === 'crop') {
    const quad = scaleQuad(drawing.quad, byX, byY);
    const plan = planCrop(quad);
    return drawCrop(cover(await page.coloursAtLeast(plan.scale), page, drawing), page.width, quad, plan);
  }
  const scale = longestSide / Math.max(page.width, page.height);
  const shrunk = cover(shrinkColours(await page.coloursAtLeast(scale), longestSide), page, drawing);
  if (drawing.kind === 'page') return shrunk;
  return drawAnnotated(
    shrunk,
    page.width,
    drawing.zones.filter((zone) => zone.page === drawing.page).map((zone) => scaleZone(zone, byX, byY)),
  );
}

function growBy(quad: Quad): Point[] {
  const [a, , , d] = quad;
  return growQuad(quad, coverMargin * Math.hypot(d.x - a.x, d.y - a.y));
}

/** Fills the covered quads of a page with black, and a little around them: print is never exact. */
function cover(plane: ColourPlane, { width, height, stored }: DecodedPage, { covered = [] }: Drawing): ColourPlane {
  if (covered.length === 0) return plane;
  const canvas = { ...plane, data: Uint8Array.from(plane.data) };
  const [byX, byY] = [plane.width / (stored ?? { width }).width, plane.height / (stored ?? { height }).height];
  for (const quad of covered) fillPolygon(canvas, growBy(scaleQuad(quad, byX, byY)), colours.ink, 1);
  return canvas;
}
