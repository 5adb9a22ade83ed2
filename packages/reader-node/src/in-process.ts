// The reader without its pool, for measurements and for programs that bring their own processes: a
// reading blocks the event loop.
export {
  createScratch,
  type DecodedPicture,
  type DecodeLimits,
  type DecodePicture,
  type Models,
  type ReaderTools,
  type ReadOptions,
  readPicture,
} from '@ocr-web/reader/engine';
export { loadBarcodeScanner } from './barcodes/load-barcode-scanner.ts';
export { createPictureDecoder } from './decode/create-picture-decoder.ts';
export { loadFaceDetector, loadModels, loadTextRecogniser } from './runtime/load-models.ts';
