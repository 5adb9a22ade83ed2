/**
 * How candidate zones are searched: numbers that were tuned on pictures, by stage, with their
 * units. What a standard or a network defines stands where it is defined (print-geometry.ts,
 * detector/run-detector.ts). After a change: `node bench/smoke.ts` and `node bench/reader.ts`.
 */
export const searchTuning = Object.freeze({
  /** Which passes are made over a picture. A reader of camera frames passes other values. */
  passes: Object.freeze({
    /**
     * Longer side of the first pass, pixels: shows the MRZ of a document that fills the picture.
     */
    firstSide: 512,
    /** Longer side of the finest pass, pixels: a small document in a large scan needs it. */
    finestSide: 1280,
    /**
     * Largest enlargement of a small picture: the detector wants glyphs at least 4 pixels apart.
     */
    maxEnlargement: 2,
    /**
     * The finest pass shows more than the first if its side is at least this many times as long.
     */
    minFinestRatio: 1.3,
    /**
     * Side of a pass between first and finest as a share of the picture's. Print is legible from
     * 4.8 pixels a character, and the detector shows activity from 3: at this scale, for all
     * legible print.
     */
    middleShare: 0.625,
    /** The pass between is made if it differs from first and finest by at least this factor. */
    minMiddleRatio: 1.25,
    /** Candidates traced in each pass; more are other text. */
    maxCandidates: 6,
    /** Evidence that ends the search if one zone alone has it. */
    minConfidentEvidence: 0.6,
    /**
     * Such a zone is at least this share of the picture's longer side; else a smaller document may
     * lie beside it unseen.
     */
    minSettledShare: 0.28,
    /** Zones with less evidence are not worth the recogniser's time. */
    minEvidence: 0.15,
    /**
     * Shortest side of the input, pixels. A picture hardly larger than its zone gets ground around
     * it, in which the detector sees that no text follows.
     */
    minInputSide: 160,
  }),

  /** The last passes, over all that is printed, in ever finer tiles. */
  tiles: Object.freeze({
    /** Input pixels of the finest one: as many as three passes of 1280 x 800. */
    maxPixels: 3_000_000,
    /**
     * Longer side of the plane in which print is told from bare paper, pixels (up to twice that).
     */
    printSide: 512,
    /**
     * Scale ratio that makes another pass worthwhile: a zone half as large as a pass needs still
     * shows activity.
     */
    minScaleRatio: 2,
    /**
     * The first pass overlooks legible print of pictures whose longer side is at least this many
     * times as long: print of 9 pixels a character in a frame of 1920 x 1080 shows no activity.
     */
    minUnseenRatio: 3,
    /** Largest zoom between passes: a zone too small for one pass still fits the next. */
    maxScaleRatio: 4,
    /**
     * A zone this long in a pass has its lines apart, pixels of the input; shorter ones are left to
     * the next pass.
     */
    minZoneLength: 200,
    /** Side of a tile, pixels of the plane. */
    printTile: 16,
    /**
     * Grey levels between darkest and brightest pixel of a tile with print; shadows and grain of
     * bare paper have fewer.
     */
    minPrintContrast: 40,
  }),

  /** The regions of a pass that a finer one searches. */
  regions: Object.freeze({
    /**
     * After a pass at which zones may be too small to stand out from other text: even lines half as
     * large as the detector wants show this much.
     */
    faint: Object.freeze({ minPeak: 0.2, minPeakCells: 5, minActivity: 0.06, margin: 0.5 }),
    /** After a pass that shows all legible print, and lines nearly as long as they are. */
    clear: Object.freeze({ minPeak: 0.5, minPeakCells: 3, minActivity: 0.3, margin: 0.25 }),
    /** Activity is gathered in tiles with this side, cells. */
    tile: 8,
    /** Active tiles less than twice this far apart are one region, cells. */
    joinMargin: 6,
  }),

  /** Connected components of the probability map (threshold with hysteresis, probabilities). */
  components: Object.freeze({
    minPeak: 0.5,
    minActivity: 0.2,
    /** Sum of probabilities; less is a speck. */
    minMass: 2.5,
  }),

  /** The direction of a component. */
  segments: Object.freeze({
    /**
     * From this ratio of spread along to across, the main axis is more exact than the network's
     * vectors.
     */
    minElongation: 3,
    /**
     * Unless the two differ by more than 30 degrees (cosine): the axis is then that of something
     * else.
     */
    minAgreement: Math.cos(Math.PI / 6),
  }),

  /** Which segments make a candidate zone; lengths in glyph heights. */
  candidates: Object.freeze({
    /** Lines converge in perspective by less than 20 degrees (cosine). */
    minParallel: Math.cos(Math.PI / 9),
    /** Longest break in a line that a stamp, a finger or glare makes. */
    maxGap: 12,
    /** Pieces of one line may overlap by this share of the shorter one. */
    maxOverlap: 0.1,
    /** Distance of a piece from the centreline of the line it belongs to. */
    maxOffset: 0.8,
    /**
     * Free space between neighbouring lines: they lie up to 3 apart, and segments are thin on a
     * small plane.
     */
    maxLineGap: 3.2,
    /** Neighbouring lines overlap along the text by this share of the shorter one. */
    minLineOverlap: 0.5,
    /** Length of a candidate in thicknesses of its segments. */
    minElongation: 6,
    /**
     * Length by height: 7 or more for an MRZ; foreshortening and text taken for a neighbour leave
     * this.
     */
    minProportion: 2,
    /** Weight as a share of the heaviest candidate's: keeps a document at half the scale. */
    minWeightShare: 0.08,
  }),
});

/** From which values on the cells of a pass count as activity. */
export type DetectionThresholds = {
  /** Only if something is this probable can a finer pass find a zone … */
  readonly minPeak: number;
  /** … in this many cells: fewer are specks. */
  readonly minPeakCells: number;
  /** Then cells this probable are searched as well. */
  readonly minActivity: number;
  /** Margin around a region, of its longer side: activity may be part of a longer line. */
  readonly margin: number;
};

/** Another set of passes, for a reader with another budget. */
export type PassTuning = { readonly [Name in keyof typeof searchTuning.passes]: number };
