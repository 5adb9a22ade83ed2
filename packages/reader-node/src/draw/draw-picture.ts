import type { ColourPlane, DecodedPage, DecodePicture } from '@ocr-web/reader/engine';
import { drawAnnotated } from './draw-annotated.ts';
import { drawCrop, planCrop } from './draw-crop.ts';
import type { Drawing, EncodePng } from './drawing.ts';
import { shrinkColours } from './shrink-colours.ts';

/** Pages are drawn no larger than this: longer side, pixels. */
const longestSide = 1800;

/** What a drawing is made with; Node and browsers bring their own. */
export type DrawingTools = { readonly decodePicture: DecodePicture; readonly encodePng: EncodePng };

/**
 * Draws something of a file.
 *
 * @param bytes the file
 * @returns a PNG
 * @throws EngineError `picture.unsupported`, `picture.too_large`, `picture.too_many_pages`, `picture.encrypted`, `picture.corrupt`
 * @throws RangeError when the file has no such page
 */
export async function drawPicture(bytes: Uint8Array, drawing: Drawing, { decodePicture, encodePng }: DrawingTools): Promise<Uint8Array> {
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
  if (drawing.kind === 'crop') {
    const plan = planCrop(drawing.quad);
    return drawCrop(await page.coloursAtLeast(plan.scale), page.width, drawing.quad, plan);
  }
  const scale = longestSide / Math.max(page.width, page.height);
  const colours = shrinkColours(await page.coloursAtLeast(scale), longestSide);
  if (drawing.kind === 'page') return colours;
  return drawAnnotated(
    colours,
    page.width,
    drawing.zones.filter((zone) => zone.page === drawing.page),
  );
}
