import { ScannerError, type ScannerErrorCode } from '../scanner-error.ts';

/** What `getUserMedia` fails with (W3C, Media Capture and Streams, 10.2.1). */
const codes: Readonly<Record<string, ScannerErrorCode>> = {
  NotAllowedError: 'permission-denied',
  SecurityError: 'permission-denied',
  NotFoundError: 'no-camera',
  OverconstrainedError: 'no-camera',
  NotReadableError: 'camera-in-use',
  AbortError: 'camera-in-use',
};

/** Why a camera could not be opened. */
export function describeCameraFailure(error: unknown): ScannerError {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  return new ScannerError(codes[name] ?? 'no-camera', error);
}
