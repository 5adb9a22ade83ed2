import type { ScanBarcodes } from './barcodes/read-barcodes.ts';
import type { DecodePicture } from './decode/decoded-picture.ts';
import type { Scratch } from './image/scratch.ts';
import type { ObserveDetection } from './mrz/detection-event.ts';
import type { Network } from './runtime/network.ts';

/**
 * The two networks of the reader; packages/reader/models/manifest.json describes what goes in and
 * what comes out.
 */
export type Models = {
  /**
   * `picture` [1,1,H,W] to `maps` [1,3,H/4,W/4]: probability of an MRZ line's core, then cosine and
   * sine of its reading direction.
   */
  readonly detector: Network;
  /**
   * `strips` [N,1,32,W] to `log_probs` [N,W/4,38]: for each column blank, then 0-9, A-Z and the
   * filler.
   */
  readonly recogniser: Network;
};

/** What a reading works with; Node and browsers bring their own decoder and runtime. */
export type ReaderTools = {
  readonly decodePicture: DecodePicture;
  readonly models: Models;
  /**
   * The third network, which reads print for people: `strips` [N,1,32,W] to `log_probs`
   * [N,W/2,236]. Called when a visual zone is to be read, the same network each time; without it
   * none is.
   */
  readonly loadTextRecogniser?: () => Promise<Network>;
  /**
   * The fourth network, which finds faces: `picture` [1,1,192,192] to `faces` [1,2304,17]. Called
   * when portraits are to be found, the same network each time; without it none are.
   */
  readonly loadFaceDetector?: () => Promise<Network>;
  /** What finds barcodes. Called when they are to be read; without it none are. */
  readonly loadBarcodeScanner?: () => Promise<ScanBarcodes>;
  /** Memory for one reading at a time. */
  readonly scratch: Scratch;
  /** The clock that stages are timed with, milliseconds; for measuring processor time. */
  readonly now?: () => number;
  /** Sees what each stage of the detection finds; for drawing it. */
  readonly observe?: ObserveDetection;
};

export type ReadOptions = {
  /** ISO date of the day on which the picture is read: centuries and expiry depend on it. */
  readonly today: string;
  /**
   * Milliseconds after which no further page is begun: what was read until then is worth more than
   * nothing. Without it all are read.
   */
  readonly pagesWithinMs?: number;
  /** Asked before each run of a network and before pixels are decoded. */
  readonly signal?: AbortSignal;
  /** Also read what is printed for people, beside the zone or where there is none. */
  readonly visual?: boolean;
  /** Also find where the holder's portrait and signature are. */
  readonly portrait?: boolean;
  /** Also read barcodes. */
  readonly barcodes?: boolean;
};
