import type { OrderCode } from '../scan/choose-order.ts';
import type { ScannerErrorCode } from '../scanner-error.ts';

/** Everything that the scanner says in one language. Orders are short: one thing to do. */
export type Messages = {
  readonly orders: Readonly<Record<OrderCode, string>>;
  readonly errors: Readonly<Record<ScannerErrorCode, string>>;
  readonly buttons: Readonly<
    Record<'start' | 'stop' | 'again' | 'torchOn' | 'torchOff' | 'zoomIn' | 'zoomOut' | 'takePicture' | 'chooseFile', string>
  >;
  /** What the scanner is, for people who do not see it. */
  readonly title: string;
  readonly idle: string;
  readonly loading: string;
  readonly reading: string;
  readonly done: string;
  /** Said after a while without success. */
  readonly help: string;
};
