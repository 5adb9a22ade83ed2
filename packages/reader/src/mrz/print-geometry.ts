/** How OCR-B is set in a machine readable zone (ICAO 9303-3, 4.3: ten characters an inch). */
export const printGeometry = Object.freeze({
  /** Capitals are this much lower than their pitch is wide. */
  pitchPerGlyphHeight: 1.055,
  /**
   * A line ends with its outermost glyphs, not with their pitch: what it lacks at both ends
   * together, in pitches.
   */
  sideBearings: 0.25,
  /** The core of a line that the detector marks is this share of the glyph height. */
  coreShare: 0.6,
});

/**
 * How an MRZ is laid out: characters a line and the distance between neighbouring traced lines, in
 * character pitches.
 */
export type LineLayout = {
  readonly characters: number;
  readonly spacing: number;
  /** How many lines of it were traced. */
  readonly lines: number;
  /** How much less likely than the others, as a squared deviation. */
  readonly penalty: number;
};

/**
 * What traced lines may be. ICAO 9303-3 fixes the pitch (10 characters an inch); the spacing of
 * lines is what documents show: with 2 lines of 36 or 44 characters 2.3 to 2.75 pitches, with 3
 * lines of 30 characters 1.6 to 1.9.
 */
export const lineLayouts: readonly LineLayout[] = Object.freeze([
  { characters: 44, spacing: 2.53, lines: 2, penalty: 0 },
  { characters: 36, spacing: 2.53, lines: 2, penalty: 0 },
  { characters: 30, spacing: 1.7, lines: 3, penalty: 0 },
  // One of the three lines was not found: at the rim, or in the middle.
  { characters: 30, spacing: 1.7, lines: 2, penalty: 6 },
  { characters: 30, spacing: 3.4, lines: 2, penalty: 6 },
  // Other text above or below was taken for a line.
  { characters: 44, spacing: 2.53, lines: 3, penalty: 4 },
  { characters: 36, spacing: 2.53, lines: 3, penalty: 4 },
]);
