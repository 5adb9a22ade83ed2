/** One file that cannot be had or not be read; the others may well be. */
export class FileError extends Error {
  /** `file.…` when it cannot be had, else the reader's or the service's code. */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
