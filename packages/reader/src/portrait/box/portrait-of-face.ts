import type { Face } from '../faces/decode-faces.ts';

/** Upright in a view; pixels. */
export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/**
 * Head from crown to chin, for each of its distance of the pupils: 232 mm and 63 mm are the means
 * (Farkas, "Anthropometry of the Head and Face", 1994); the eyes are half way.
 */
const headPerEyes = 3.7;
/**
 * 70 to 80 % of the portrait's height are the face's, crown to chin (ICAO 9303-3, 3.9); many have
 * 80.
 */
const usualFaceShare = 0.8;
/** 35 by 45 mm. */
export const usualAspect = 35 / 45;
/** From the upper edge to the eyes, of the height: 0.3 to 0.5 (ISO/IEC 19794-5, 8.3.3). */
const usualEyeLine = 0.43;
/** From the eyes to the mouth it is about as far as from eye to eye. */
const mouthPerEyes = 1.05;

/** How high a head is from crown to chin, in pixels of the view. */
export function headHeight(face: Face): number {
  return headPerEyes * eyeDistance(face);
}

/** Where the portrait of a face lies if it is as standards want it. */
export function portraitOfFace(face: Face): Box {
  const [first, second] = face.eyes;
  const eyes = { x: (first.x + second.x) / 2, y: (first.y + second.y) / 2 };
  const height = headHeight(face) / usualFaceShare;
  const width = height * usualAspect;
  const x = (eyes.x + face.mouth.x) / 2;
  const top = eyes.y - usualEyeLine * height;
  return { left: x - width / 2, top, right: x + width / 2, bottom: top + height };
}

/** The distance of the pupils as a frontal face would have it: the mean of two measures. */
function eyeDistance({ eyes: [first, second], mouth }: Face): number {
  const across = Math.hypot(second.x - first.x, second.y - first.y);
  const down = Math.hypot(mouth.x - (first.x + second.x) / 2, mouth.y - (first.y + second.y) / 2);
  return (across + down / mouthPerEyes) / 2;
}
