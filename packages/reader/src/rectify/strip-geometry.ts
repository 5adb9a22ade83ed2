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
