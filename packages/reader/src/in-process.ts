// The reader without its pool, for measurements and for programs that bring their own processes: a reading blocks the event loop.
export { createPictureDecoder, type DecodeLimits } from './decode/create-picture-decoder.ts';
export type { DecodedPicture, DecodePicture } from './decoded-picture.ts';
export { createScratch } from './geometry/create-scratch.ts';
export type { Models } from './models.ts';
export { readPicture } from './read-picture.ts';
export type { ReaderTools, ReadOptions } from './reader-tools.ts';
export { loadModels } from './runtime/node/load-models.ts';
