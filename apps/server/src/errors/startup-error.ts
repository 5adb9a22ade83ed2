export type StartupErrorCode =
  | 'backup.refused'
  | 'config.invalid'
  | 'data_directory.in_use'
  | 'data_directory.outdated'
  | 'data_directory.unusable'
  | 'disk.full'
  | 'database.damaged'
  | 'database.unusable'
  | 'keys.unusable'
  | 'pictures.unusable'
  | 'machine.exhausted'
  | 'move.refused'
  | 'program.incomplete'
  | 'port.unavailable'
  | 'reader.unavailable'
  | 'unforeseen';

const marker = Symbol.for('ocr-web.startup-error');

/** A reason not to start. Its message is for the operator: what is wrong, and what to do. */
export class StartupError extends Error {
  readonly code: StartupErrorCode;
  readonly [marker] = true;

  constructor(code: StartupErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'StartupError';
    this.code = code;
  }
}

/** Tells by its marker, which also works across two copies of this package. */
export function isStartupError(error: unknown): error is StartupError {
  return typeof error === 'object' && error !== null && marker in error;
}
