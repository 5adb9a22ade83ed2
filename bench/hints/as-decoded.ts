import type { DecodedPicture, GreyPlane, PicturePlanes } from '@ocr-web/reader/engine';
import { halvePlane, wholePlane } from '@ocr-web/reader/engine';

/** A picture as the decoder hands it out, of pixels that are at hand. */
export function asDecoded(plane: GreyPlane): DecodedPicture {
  return {
    mediaType: 'image/png',
    pageCount: 1,
    openPage: () =>
      Promise.resolve({ ...planesOf(plane), coloursAtLeast: () => Promise.reject(new Error('A grey picture has no colours')) }),
    close: () => undefined,
  };
}

/** A plane at full size, a half, a quarter … */
function planesOf(plane: GreyPlane): PicturePlanes {
  const levels = [plane];
  const planeAt = (level: number): GreyPlane => {
    const made = levels[level];
    if (made) return made;
    const finer = planeAt(level - 1);
    if (Math.min(finer.width, finer.height) < 2) return finer;
    levels[level] = halvePlane(finer);
    return levels[level];
  };
  return {
    width: plane.width,
    height: plane.height,
    planeAtLeast: (scale) => Promise.resolve(wholePlane(planeAt(Math.max(0, Math.floor(Math.log2(1 / Math.min(1, scale))))))),
  };
}
