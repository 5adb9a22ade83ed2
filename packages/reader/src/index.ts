// What a file or a reading says. Light: a service or a web page that reads nothing itself loads
// none of the engine with it.
export type { BarcodeKind, BarcodeReading } from './barcodes/barcode-reading.ts';
export type { BarcodeCheck, BarcodeContent, BarcodeField, BarcodeVerdict } from './barcodes/payload/barcode-content.ts';
export { EngineError, type EngineErrorCode, isEngineError } from './engine-error.ts';
export type { Point } from './geometry/point.ts';
export type { Quad } from './geometry/quad.ts';
export { type Inspection, inspectPicture } from './media/inspect-picture.ts';
export { acceptedKinds, type MediaType } from './media/picture-kind.ts';
export { identifyPicture } from './media/picture-kinds.ts';
export type { PortraitReading, SignatureReading } from './portrait/portrait-reading.ts';
export { type Hint, type HintCode, hintCodes } from './quality/hint.ts';
export {
  type CharacterReading,
  type Interpretation,
  quadOfSpan,
  type Reading,
  type ReadingTiming,
  type Repair,
  type ZoneReading,
} from './reading.ts';
export { plainCharacters } from './visual/match/plain-letter.ts';
export type { VisualCheck, VisualField, VisualKey, VisualReading } from './visual/visual-reading.ts';
