import { type Quad, scaleQuad } from '../geometry/quad.ts';
import type { BarcodeContent } from './payload/barcode-content.ts';

/** Symbologies of ISO/IEC 15438, 18004, 24778, 16022, 16388 and 15417. */
export type BarcodeKind = 'pdf417' | 'qr' | 'aztec' | 'data_matrix' | 'code_39' | 'code_128';

/** A barcode as a library found it. */
export type FoundBarcode = {
  readonly kind: BarcodeKind;
  /** What it holds, byte for byte. */
  readonly bytes: Uint8Array;
  /** Where it lies, its corners in reading order, in pixels of the plane. */
  readonly quad: Quad;
};

/** A barcode of a page. */
export type BarcodeReading = {
  /** Index of the page, from 0. */
  readonly page: number;
  readonly kind: BarcodeKind;
  /** What it holds; undefined where that is no text. */
  readonly text?: string;
  /** What it holds, in base64, where it is no text. */
  readonly base64?: string;
  /** Its corners in reading order, in pixels of the page as stored. */
  readonly quad: Quad;
  /** What it says, where it follows a standard that is known here. */
  readonly content?: BarcodeContent;
};

/** The same where a pixel of the page is so many times as wide and high. */
export function scaleBarcode(barcode: BarcodeReading, byX: number, byY: number): BarcodeReading {
  return { ...barcode, quad: scaleQuad(barcode.quad, byX, byY) };
}
