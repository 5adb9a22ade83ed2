import { createScratch, readPicture } from '@ocr-web/reader/engine';
import { loadBarcodeScanner } from '../barcodes/load-barcode-scanner.ts';
import { createPictureDecoder } from '../decode/create-picture-decoder.ts';
import { drawPicture } from '../draw/draw-picture.ts';
import { loadFaceDetector, loadModels, loadTextRecogniser } from '../runtime/load-models.ts';
import type { ReaderAnswer, ReaderRequest, ReaderSettings } from './reader-request.ts';
import { serveRequests } from './serve-requests.ts';

// The program of one child of the pool: this file is run, not imported.
const settings: ReaderSettings = JSON.parse(process.argv[2]!);

/** The rest of the deadline is for the page that is being read when this share of it is over. */
const shareForPages = 0.6;

await serveRequests<ReaderRequest, ReaderAnswer>(async () => {
  const folder = new URL(settings.models);
  const models = await loadModels(folder, settings.runtime);
  // Only where it is asked for: its memory is nobody else's.
  let text: ReturnType<typeof loadTextRecogniser> | undefined;
  const loadText = () => (text ??= loadTextRecogniser(folder, settings.runtime));
  let face: ReturnType<typeof loadFaceDetector> | undefined;
  const loadFace = () => (face ??= loadFaceDetector(folder, settings.runtime));
  let scanner: ReturnType<typeof loadBarcodeScanner> | undefined;
  const loadScanner = () => (scanner ??= loadBarcodeScanner());
  const tools = {
    decodePicture: createPictureDecoder(settings),
    models,
    loadTextRecogniser: loadText,
    loadFaceDetector: loadFace,
    loadBarcodeScanner: loadScanner,
    scratch: createScratch(),
  };
  const pagesWithinMs = settings.deadlineMs * shareForPages;
  return ({ bytes, drawing, visual = false, portrait = false, barcodes = false }) => {
    if (drawing) return drawPicture(bytes, drawing, tools.decodePicture);
    return readPicture(bytes, tools, { today: new Date().toISOString().slice(0, 10), pagesWithinMs, visual, portrait, barcodes });
  };
});
