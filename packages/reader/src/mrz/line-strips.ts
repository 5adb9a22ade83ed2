/** How a line lies in a strip for the recogniser, pixels. */
export const stripGeometry = Object.freeze({
  height: 32,
  /** Of capitals, centred across the strip. */
  glyphHeight: 18,
  /** Left and right of the text. */
  margin: 28,
  /** Longer than any MRZ: what seems to be longer is cut. */
  maxWidth: 1600,
});

/** The lines of one zone drawn flat and upright, one below the other in memory: grey 0..1, [lines][1][32][width]. */
export type LineStrips = {
  readonly data: Float32Array;
  readonly lines: number;
  /** Pixels, a multiple of 8, the same for all lines. */
  readonly width: number;
};

/** The same strips turned by 180°, the last line first: for a zone that was traced upside down. */
export function turnStrips({ data, lines, width }: LineStrips): LineStrips {
  // Turning a picture by 180° reverses its pixels; turning all at once reverses the order of the lines with them.
  return { data: data.slice().reverse(), lines, width };
}
