/**
 * How the lines of a candidate zone are traced and made a zone: numbers that were tuned on
 * pictures, by stage, with their units. The same rules as for searchTuning.
 */
export const traceTuning = Object.freeze({
  /** The upright crop in which a candidate's lines are traced; margins in glyph heights. */
  crop: Object.freeze({
    /** Width at which the detector separates the lines clearly, pixels. */
    width: 640,
    /**
     * A zone is wide: what would be higher is none, or several, which fewer pixels tell apart as
     * well.
     */
    maxHeight: 480,
    marginAlong: 3,
    marginAcross: 1.6,
    /**
     * A candidate lower than this seems to be a single line: it may have a neighbour that the pass
     * missed …
     */
    maxSingleLineHeight: 2,
    /** … for which there is room within this margin. */
    singleLineMargin: 3.4,
    /**
     * A segment that is thicker than glyphs of a line with so few characters can be is several
     * lines, which a small plane shows as one: their glyphs are as high as in lines with so many.
     */
    minCharacters: 20,
    mergedCharacters: 32,
    /** Pixels of the plane for each pixel of the crop up to which one sample a pixel is enough. */
    maxSingleStep: 1.6,
    /** A line that ends nearer to the crop's edge may continue beyond it. */
    minRoomAlong: 1.5,
    minRoomAcross: 0.9,
    /**
     * Lines with a steeper slope (6 degrees), or on less of the crop's width, call for a better
     * crop.
     */
    maxSlope: 0.105,
    minFill: 0.6,
    /**
     * Only a group of lines with this share of the heaviest one's weight may belong to the
     * candidate, torn in two.
     */
    minWeightShare: 0.4,
    /** Less evidence does not deserve a better crop. */
    minRecropEvidence: 0.35,
  }),

  /** What a coarser pass adds to the maps of a crop. */
  merge: Object.freeze({
    /** With cells more than this many times as coarse as the crop's, lines blur into each other. */
    maxCoarseness: 1.6,
    /** Factor on the coarser pass's probabilities. */
    trust: 0.85,
  }),

  /** Segments followed from column to column of a crop: probabilities, and lengths in cells. */
  follow: Object.freeze({
    /** Cells below this are background. */
    minProbability: 0.12,
    /** The most probable cell of a segment in each column, and somewhere along it. */
    minColumnPeak: 0.16,
    minPeak: 0.45,
    /**
     * A segment ends at the last column with this peak: fainter ones are what lies beside the line.
     */
    minEndPeak: 0.3,
    /** Segments that touch are split where the probability falls below this share of both peaks. */
    maxValleyShare: 0.7,
    /**
     * How far a segment moves sideways from one column to the next, and how many columns it may
     * miss.
     */
    maxStep: 1.1,
    maxMissed: 3,
    /** Columns; less is a speck. */
    minColumns: 3,
  }),

  /** Pieces of lines that glare, stamps or fingers have broken; lengths in glyph heights. */
  join: Object.freeze({
    maxGap: 14,
    /** 44 characters are about 46 glyph heights long. */
    maxLength: 56,
    /** How far the centrelines of two pieces miss each other in the middle of the gap. */
    maxOffset: 0.7,
    /** Columns at the end of a piece that are extrapolated over the gap. */
    tailColumns: 40,
    /** Noise of a centreline, cells. */
    noise: 0.1,
  }),

  /** A smooth line through a followed segment; cells. */
  fit: Object.freeze({
    /** Degree of the polynomial that a curved page needs at most. */
    maxDegree: 4,
    /** Noise of centreline and thickness. */
    centrelineNoise: 0.08,
    thicknessNoise: 0.15,
    /** Columns over which a segment fades at its ends. */
    fadeColumns: 4,
    /** Quantile of the thickness that counts as unfaded. */
    fullQuantile: 0.7,
    /** Length of a line in thicknesses. */
    minLength: 3,
  }),

  /** Which lines of a crop make a zone; lengths in glyph heights. */
  group: Object.freeze({
    /** Distance of neighbouring centrelines. */
    maxSpacing: 3.9,
    /** Overlap along the text as a share of the shorter line. */
    minOverlap: 0.5,
    /** Ratio of glyph heights: they are about equal. */
    maxHeightRatio: 1.6,
    /** Lines start together or end together; something may cover the other end. */
    maxMisalignment: 3,
    /** Length as a share of the zone's heaviest line. */
    minLengthShare: 0.3,
    /**
     * An outer line shorter than this share of two others that make a zone by themselves is print
     * of a field.
     */
    minOuterShare: 0.65,
    /** Length from which a line counts as evidence in full: as long as the shortest of an MRZ. */
    fullLength: 28,
    /** Evidence of such a line if the detector is certain of it. */
    lineEvidence: 0.9,
  }),

  /** The shape of a zone in its crop; lengths in glyph heights. */
  shape: Object.freeze({
    /** Noise of the traced end of a line. */
    endNoise: 0.3,
    /**
     * Standard deviation of the lean of edges against the normal of their lines (perspective,
     * shear).
     */
    leanScatter: 0.4,
    /** More lean (about 40 degrees) is that of lines that are not equally long. */
    maxLean: 0.85,
    /**
     * Less taper of a single line may come from its glyphs: segments of fillers are thinner than
     * those of letters.
     */
    minTaper: 0.4,
    /** More is no perspective that is still legible. */
    maxTaper: 0.7,
    /**
     * Difference of line heights in one zone; they are printed alike, so more is an error of
     * tracing.
     */
    maxHeightError: 0.15,
    /** Noise of a centreline in the zone's frame. */
    centrelineNoise: 0.01,
  }),

  /**
   * How measured lines deviate from a layout: factors, their scatter as logarithms, squared
   * deviations.
   */
  layout: Object.freeze({
    /** Segments are this much thicker than the core of a line, on average. */
    thickening: 1.1,
    spacingScatter: 0.07,
    thicknessScatter: 0.15,
    /**
     * Foreshortening makes lines look shorter, hence their spacing wider. That is common, the
     * contrary is not.
     */
    foreshorteningScatter: 0.2,
    /**
     * Software that draws documents ignores the spacing of lines: it counts no more than this
     * against a layout …
     */
    maxSpacingDeviation: 9,
    /** … up to this logarithm. */
    maxSpacingLog: 0.6,
    /** More is no layout of an MRZ: lines are cut off, or something else was traced. */
    maxDeviation: 20,
  }),
});
