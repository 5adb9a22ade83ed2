import type { GreyPlane } from '@ocr-web/reader/engine';

/** One drawing: grey pixels, the detector's probabilities over them, and shapes over both. */
export type DetectionStep = {
  /** From 0. */
  readonly page: number;
  /** Of the file: lower case words. */
  readonly name: string;
  readonly caption: string;
  readonly grey: GreyPlane;
  /** One value for each cell of 4 x 4 pixels, 0 to 1. */
  readonly heat?: { readonly width: number; readonly height: number; readonly probability: Float32Array };
  /** SVG elements in pixels of `grey`. */
  readonly shapes: string;
};

/** A copy as bytes of grey 0 to 1, which is the networks' input. */
export function copyGrey(data: Float32Array, width: number, height: number): GreyPlane {
  return { width, height, data: Uint8Array.from(data.subarray(0, width * height), (value) => Math.round(255 * value)) };
}
