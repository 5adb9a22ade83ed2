import { readBmpSize, wholePlane } from '@ocr-web/reader/engine';
import { decodeBmpColours, decodeBmpPlane } from './bmp-plane.ts';
import { type OpenFile, singlePage } from './page-source.ts';

/** Opens a BMP. */
export const openBmp: OpenFile = (bytes) =>
  Promise.resolve(
    singlePage({
      ...readBmpSize(bytes),
      coarsestDecoded: 0,
      decodePlane: () => Promise.resolve(wholePlane(decodeBmpPlane(bytes))),
      decodeColours: () => Promise.resolve(decodeBmpColours(bytes)),
    }),
  );
