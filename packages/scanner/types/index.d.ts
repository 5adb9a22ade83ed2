// What is published beside the bundle; scripts/packages/build-scanner.ts compares it with the
// sources.
import type { ScanResult } from '@ocr-web/api/client';

export type Facing = 'environment' | 'user';

type Point = { readonly x: number; readonly y: number };
type Quad = readonly [Point, Point, Point, Point];

/** What the person is told to do. */
export type OrderCode =
  | 'no_mrz'
  | 'mrz_cut_off'
  | 'mrz_too_small'
  | 'picture_too_small'
  | 'blurred'
  | 'motion_blurred'
  | 'glare'
  | 'partly_covered'
  | 'too_dark'
  | 'low_contrast'
  | 'several_documents'
  | 'mirrored'
  | 'not_read'
  | 'page_not_read'
  | 'file_incomplete'
  | 'hold_still'
  | 'other_document';

export type ScannerErrorCode =
  | 'insecure-context'
  | 'no-camera'
  | 'permission-denied'
  | 'camera-in-use'
  | 'camera-lost'
  | 'engine-failed'
  | 'picture-unsupported'
  | 'picture-damaged'
  | 'picture-too-large';

type Buttons = 'start' | 'stop' | 'again' | 'torchOn' | 'torchOff' | 'zoomIn' | 'zoomOut' | 'takePicture' | 'chooseFile';

/** Everything that the scanner says in one language. */
export type Messages = {
  readonly orders: Readonly<Record<OrderCode, string>>;
  readonly errors: Readonly<Record<ScannerErrorCode, string>>;
  readonly buttons: Readonly<Record<Buttons, string>>;
  readonly title: string;
  readonly idle: string;
  readonly loading: string;
  readonly reading: string;
  readonly done: string;
  readonly help: string;
};

export type MessageOverrides = { readonly [Part in keyof Messages]?: Messages[Part] extends string ? string : Partial<Messages[Part]> };

/** The `detail` of each event. */
export type ScannerEvents = {
  readonly ready: { readonly cameraId: string };
  readonly hint: { readonly code: OrderCode; readonly message: string };
  readonly frame: { readonly width: number; readonly height: number; readonly quads: readonly Quad[]; readonly score: number | undefined };
  readonly result: ScanResult;
  readonly error: { readonly code: ScannerErrorCode; readonly message: string };
};

/** `<mrz-scanner>`: docs/scanner.md has its attributes, parts and variables. */
export declare class MrzScannerElement extends HTMLElement {
  static readonly observedAttributes: readonly string[];
  get messages(): MessageOverrides | undefined;
  set messages(messages: MessageOverrides | undefined);
  get constraints(): MediaTrackConstraints | undefined;
  set constraints(constraints: MediaTrackConstraints | undefined);
  connectedCallback(): void;
  disconnectedCallback(): void;
  attributeChangedCallback(): void;
  /** Opens the camera and scans until a document is read, or `stop`. What fails is an event. */
  start(): Promise<void>;
  /** Closes the camera. */
  stop(): void;
  /** Reads a picture. What comes of it is an event. */
  scanFile(file: Blob): Promise<void>;
}

declare global {
  interface HTMLElementTagNameMap {
    'mrz-scanner': MrzScannerElement;
  }
}
