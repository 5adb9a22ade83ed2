/** Everything that keeps a scanner from scanning. A picture can be chosen in most cases. */
export type ScannerErrorCode =
  /** Browsers open cameras for pages from localhost or over TLS only. */
  | 'insecure-context'
  | 'no-camera'
  | 'permission-denied'
  /** Another program has the camera. */
  | 'camera-in-use'
  /** It was pulled out, or the system took it away. */
  | 'camera-lost'
  /** The reader could not be loaded, or failed. */
  | 'engine-failed'
  /** The picture cannot be decoded here. */
  | 'picture-unsupported'
  | 'picture-damaged'
  | 'picture-too-large';

/** A failure with a code from a closed list; `cause` holds the technical reason. */
export class ScannerError extends Error {
  readonly code: ScannerErrorCode;

  constructor(code: ScannerErrorCode, cause?: unknown) {
    super(code, { cause });
    this.name = 'ScannerError';
    this.code = code;
  }
}
