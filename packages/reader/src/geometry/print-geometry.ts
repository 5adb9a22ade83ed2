/** How OCR-B is set in a machine readable zone (ICAO 9303-3, 4.3: ten characters an inch). */
export const printGeometry = Object.freeze({
  /** Capitals are this much lower than their pitch is wide. */
  pitchPerGlyphHeight: 1.055,
  /** A line ends with its outermost glyphs, not with their pitch: what it lacks at both ends together, in pitches. */
  sideBearings: 0.25,
  /** The core of a line that the detector marks is this share of the glyph height. */
  coreShare: 0.6,
});
