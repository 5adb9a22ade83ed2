/**
 * Everything that can keep the engine from answering. What is merely hard to read is a result, not
 * an error.
 */
export type EngineErrorCode =
  | 'picture.unsupported'
  | 'picture.too_large'
  | 'picture.corrupt'
  | 'picture.encrypted'
  | 'picture.too_many_pages'
  | 'model.invalid'
  | 'engine.timeout'
  | 'engine.crashed'
  | 'engine.closed';

const marker = Symbol.for('ocr-web.engine-error');

/** A failure of the engine with a code from a closed union; `cause` holds the technical reason. */
export class EngineError extends Error {
  readonly code: EngineErrorCode;
  readonly [marker] = true;

  constructor(code: EngineErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'EngineError';
    this.code = code;
  }
}

/**
 * Tells by its marker, so it works across process borders' copies of this package, where
 * `instanceof` does not.
 */
export function isEngineError(error: unknown): error is EngineError {
  return typeof error === 'object' && error !== null && marker in error;
}
