/** Where a line lies in the strip that the recogniser sees, pixels. */
export const stripGeometry = Object.freeze({
  height: 32,
  /** Height of capitals, which are centred across the strip. */
  glyphHeight: 18,
  /** Space left and right of the text. */
  margin: 28,
  /** Longer than any MRZ; the rest is cut off. */
  maxWidth: 1600,
});

/** The lines of one zone, drawn flat and upright: grey 0..1, shape [lines, 1, 32, width]. */
export type LineStrips = {
  readonly data: Float32Array;
  readonly lines: number;
  /** Pixels; a multiple of 8 and the same for all lines. */
  readonly width: number;
};

/**
 * The same strips turned by 180°, with the last line first: for a zone that was traced upside down.
 */
export function turnStrips({ data, lines, width }: LineStrips): LineStrips {
  // To turn a picture by 180° is to reverse its pixels. Doing so for all lines at once reverses
  // their order, too.
  return { data: data.slice().reverse(), lines, width };
}
