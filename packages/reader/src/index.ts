export type { DecodedPicture, DecodePicture, MediaType } from './decoded-picture.ts';
export { EngineError, type EngineErrorCode, isEngineError } from './errors/engine-error.ts';
export type { Models } from './models.ts';
export type { CharacterReading, Reading, ReadingTiming, Repair, ZoneReading } from './reading.ts';
