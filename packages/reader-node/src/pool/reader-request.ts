import type { Reading } from '@ocr-web/reader';
import type { DecodeLimits } from '@ocr-web/reader/engine';
import type { Drawing } from '../draw/draw-picture.ts';
import type { RuntimeChoice } from '../runtime/runtime.ts';

/** What a reader child is told when it starts, as JSON. */
export type ReaderSettings = DecodeLimits & {
  /** Folder of the models with their manifest, as a URL that ends with a slash. */
  readonly models: string;
  /** What computes them. */
  readonly runtime: RuntimeChoice;
  /** When the pool gives up on a file, milliseconds. */
  readonly deadlineMs: number;
};

/**
 * What a reader child is asked: to read a file, with what is printed for people where `visual` is
 * true, with where the holder is pictured where `portrait` is, and with barcodes where `barcodes`
 * is, or to draw something of it.
 */
export type ReaderRequest = {
  readonly bytes: Uint8Array;
  readonly drawing?: Drawing;
  readonly visual?: boolean;
  readonly portrait?: boolean;
  readonly barcodes?: boolean;
};

/** A reading, or the drawing as a PNG. */
export type ReaderAnswer = Reading | Uint8Array;
