import { allRows, createScratch, type DecodePicture, type DetectionEvent, type GreyPlane, readPicture } from '@ocr-web/reader/engine';
import { createPictureDecoder, loadModels } from '@ocr-web/reader-node/in-process';
import { drawCandidates, drawLines, drawPass, drawStrips, drawZones } from './describe-event.ts';
import { copyGrey, type DetectionStep } from './detection-step.ts';

/** Longer side of the picture under the zones, pixels. */
const maxSide = 1600;

/** Reads a picture as the service does, and records what its detection saw on the way. */
export async function recordDetection(bytes: Uint8Array): Promise<DetectionStep[]> {
  const models = await loadModels();
  const decodePicture = createPictureDecoder({ maxPixels: 100_000_000 });
  const backgrounds = await drawPages(await decodePicture(bytes));
  const steps: DetectionStep[] = [];
  let page = 0;
  let input: GreyPlane = { width: 0, height: 0, data: new Uint8Array() };
  const add = (step: Omit<DetectionStep, 'page'>) => steps.push({ page, ...step });
  const observe = (event: DetectionEvent) => {
    if (event.kind === 'pass' || event.kind === 'crop') input = copyGrey(event.input.data, event.input.width, event.input.height);
    if (event.kind === 'pass') add(drawPass(event));
    else if (event.kind === 'candidates') add(drawCandidates(event, input));
    else if (event.kind === 'lines') add(drawLines(event, input));
    else if (event.kind === 'zones') add(drawZones(event, backgrounds[page]!.grey, backgrounds[page]!.scale));
  };
  const recogniser: typeof models.recogniser = {
    run: (strips) => {
      add(drawStrips(strips));
      return models.recogniser.run(strips);
    },
  };
  const countPages: DecodePicture = async (file) => {
    const picture = await decodePicture(file);
    const openPage = (index: number) => {
      page = index;
      return picture.openPage(index);
    };
    return { ...picture, openPage };
  };
  const tools = { decodePicture: countPages, models: { ...models, recogniser }, scratch: createScratch(), observe };
  await readPicture(bytes, tools, { today: new Date().toISOString().slice(0, 10) });
  return steps;
}

/** Each page at a size for the screen, and the scale of that. */
async function drawPages(picture: Awaited<ReturnType<DecodePicture>>): Promise<{ readonly grey: GreyPlane; readonly scale: number }[]> {
  const pages: { grey: GreyPlane; scale: number }[] = [];
  for (let index = 0; index < picture.pageCount; index++) {
    const page = await picture.openPage(index);
    const { width, height, data } = allRows(await page.planeAtLeast(maxSide / Math.max(page.width, page.height)));
    pages.push({ grey: { width, height, data: data.slice() }, scale: width / page.width });
  }
  picture.close();
  return pages;
}
