// What needs neither Node nor a native package: a browser and the service's own process can use it as it is.
export type { Point } from './geometry/point.ts';
export type { Quad } from './geometry/quad.ts';
export { type Hint, type HintCode, hintCodes } from './hints/hint.ts';
export { type Inspection, inspectPicture } from './media/inspect-picture.ts';
export { acceptedKinds, type MediaType } from './media/media-type.ts';
export { quadOfSpan } from './quad-of-span.ts';
export type { CharacterReading, Interpretation, Reading, ReadingTiming, Repair, ZoneReading } from './reading.ts';
