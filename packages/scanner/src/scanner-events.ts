import type { ScanResultBody } from '@ocr-web/api';
import type { Quad } from '@ocr-web/reader';
import type { OrderCode } from './scan/choose-order.ts';
import type { ScannerErrorCode } from './scanner-error.ts';

/** What a scanner tells: the `detail` of each of its events. */
export type ScannerEvents = {
  /** The camera is open and the reader loaded. */
  readonly ready: { readonly cameraId: string };
  /** What the person should do, once it has held for half a second. */
  readonly hint: { readonly code: OrderCode; readonly message: string };
  /** A frame was read: how large it is, and where zones are. */
  readonly frame: { readonly width: number; readonly height: number; readonly quads: readonly Quad[]; readonly score: number | undefined };
  /** A document was read, as version 2 of the API shows it. */
  readonly result: ScanResultBody;
  readonly error: { readonly code: ScannerErrorCode; readonly message: string };
};

export type EmitScannerEvent = <Name extends keyof ScannerEvents>(name: Name, detail: ScannerEvents[Name]) => void;
