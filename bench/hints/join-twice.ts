import type { GreyPlane } from '@ocr-web/reader/engine';

/** Both sides of a card, or two cards, on one scan: the plane twice, one above the other. */
export function joinTwice({ data, width, height }: GreyPlane): GreyPlane {
  const joined = new Uint8Array(2 * data.length);
  joined.set(data);
  joined.set(data, data.length);
  return { width, height: 2 * height, data: joined };
}
