import { darkInk, type Glyph } from '../../visual/lines/find-glyphs.ts';

/** Larger than a letter O, millimetres. */
const size = { minWidth: 5, minHeight: 3 } as const;
/**
 * Directions from the middle in which its outline is looked for, and the share that must show it.
 */
const directions = 48;
const minSeen = 0.95;
/** Its ink lies between these ellipses: shares of the one in its box. */
const ring = [0.84, 0.87, 0.9, 0.92, 0.95, 0.97, 1] as const;

/**
 * Whether ink has an oval around it, as seals and badges have: there is some everywhere along the
 * ellipse that its box holds.
 *
 * @param scale pixels a millimetre
 */
export function isSeal({ left, top, right, bottom }: Glyph, ink: Uint8Array, width: number, scale: number): boolean {
  if (right - left < size.minWidth * scale || bottom - top < size.minHeight * scale) return false;
  const [middleX, middleY] = [(left + right - 1) / 2, (top + bottom - 1) / 2];
  const isInk = (angle: number, share: number) => {
    const x = Math.round(middleX + ((Math.cos(angle) * (right - left - 1)) / 2) * share);
    const y = Math.round(middleY + ((Math.sin(angle) * (bottom - top - 1)) / 2) * share);
    return ink[y * width + x]! >= darkInk;
  };
  const angles = Array.from({ length: directions }, (_, index) => (2 * Math.PI * index) / directions);
  return angles.filter((angle) => ring.some((share) => isInk(angle, share))).length >= minSeen * directions;
}
