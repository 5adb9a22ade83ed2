import { acceptedKinds, EngineError } from '@ocr-web/reader';
import { colourPlane, lumaPlane, type OpenFile, parseBmpHeader, singlePage, wholePlane } from '@ocr-web/reader/engine';
import { decodeBmp } from './decode-bmp.ts';

/**
 * Opens a BMP.
 *
 * @throws EngineError `picture.unsupported` for a coding that is not read
 */
export const openBmp: OpenFile = (bytes) => {
  const header = parseBmpHeader(bytes);
  const { width, height, coding } = header;
  if (typeof coding === 'object') throw new EngineError('picture.unsupported', `The file is ${coding.unreadable}. ${acceptedKinds}`);
  return Promise.resolve(
    singlePage({
      width,
      height,
      coarsestDecoded: 0,
      decodePlane: () => Promise.resolve(wholePlane(lumaPlane(decodeBmp(bytes, header)))),
      decodeColours: () => Promise.resolve(colourPlane(decodeBmp(bytes, header))),
    }),
  );
};
