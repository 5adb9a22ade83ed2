// Nothing here loads the decoder or the runtime into the importing process: they live in the
// children of the pool.
export type { Drawing } from './draw/draw-picture.ts';
export type { ChildEndReason } from './pool/child.ts';
export { ChildEnd } from './pool/child-end.ts';
export { defaultReaderPoolOptions, openReaderPool, type ReaderPool, type ReaderPoolOptions } from './pool/open-reader-pool.ts';
export { redactText } from './pool/redact-text.ts';
export { nameRuntime } from './runtime/name-runtime.ts';
export { type RuntimeChoice, type RuntimeName, runtimeChoices } from './runtime/runtime.ts';
export { verifyModels } from './runtime/verify-models.ts';
