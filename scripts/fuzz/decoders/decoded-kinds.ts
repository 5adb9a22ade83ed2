import { splitBoxes } from './split/split-boxes.ts';
import { splitPng, splitRiff } from './split/split-chunks.ts';
import { splitBmp, splitGif } from './split/split-headers.ts';
import { splitJpeg } from './split/split-jpeg.ts';
import { splitPdf } from './split/split-pdf.ts';
import { splitTiff } from './split/split-tiff.ts';
import type { SplitFile } from './split/take-parts.ts';

/** Every kind that is decoded, and how its files are taken apart. */
export const decodedKinds = {
  jpeg: splitJpeg,
  png: splitPng,
  webp: splitRiff,
  gif: splitGif,
  bmp: splitBmp,
  tiff: splitTiff,
  heic: splitBoxes,
  avif: splitBoxes,
  pdf: splitPdf,
} as const satisfies Readonly<Record<string, SplitFile>>;

export type DecodedKind = keyof typeof decodedKinds;
