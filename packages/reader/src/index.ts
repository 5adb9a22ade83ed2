// Nothing here loads the decoder or the runtime into the importing process: they live in the children of the pool.
export { ChildEnd } from './child-pool/child-end.ts';
export { defaultReaderPoolOptions, openReaderPool, type ReaderPool, type ReaderPoolOptions } from './child-pool/open-reader-pool.ts';
export type { Drawing } from './draw/drawing.ts';
export { EngineError, type EngineErrorCode, isEngineError } from './errors/engine-error.ts';
export type { Point } from './geometry/point.ts';
export type { Quad } from './geometry/quad.ts';
export type { Hint, HintCode } from './hints/hint.ts';
export type { MediaType } from './media/media-type.ts';
export type { CharacterReading, Interpretation, Reading, ReadingTiming, Repair, ZoneReading } from './reading.ts';
export { verifyModels } from './runtime/node/verify-models.ts';
