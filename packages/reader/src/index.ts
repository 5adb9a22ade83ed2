// What a file or a reading says. Light: a service or a web page that reads nothing itself loads none of the engine with it.
export { EngineError, type EngineErrorCode, isEngineError } from './errors/engine-error.ts';
export type { Point } from './geometry/point.ts';
export type { Quad } from './geometry/quad.ts';
export { type Hint, type HintCode, hintCodes } from './hints/hint.ts';
export { type Inspection, inspectPicture } from './media/inspect-picture.ts';
export { acceptedKinds, type MediaType } from './media/media-type.ts';
export { quadOfSpan } from './quad-of-span.ts';
export type { CharacterReading, Interpretation, Reading, ReadingTiming, Repair, ZoneReading } from './reading.ts';
