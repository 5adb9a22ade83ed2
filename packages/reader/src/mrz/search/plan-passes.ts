import { type DetectionThresholds, type PassTuning, searchTuning } from '../search-tuning.ts';

/** A pass over the regions in which the pass before it shows activity. */
type FinerPass = {
  /** Length of the picture's longer side at the scale of this pass, pixels. */
  readonly longSide: number;
  /** What counts as activity in the pass before. */
  readonly thresholds: DetectionThresholds;
};

/**
 * The first pass over a picture and the finer ones that may follow, fewer where they would show no
 * more.
 */
export type PassPlan = {
  /** Length of the picture's longer side in the first pass, pixels. */
  readonly first: number;
  readonly finer: readonly FinerPass[];
};

const { faint, clear } = searchTuning.regions;

/** Chooses the scales at which a picture of this size (pixels) is searched. */
export function planPasses({ width, height }: { readonly width: number; readonly height: number }, tuning: PassTuning): PassPlan {
  const longSide = Math.max(width, height);
  const first = Math.min(tuning.firstSide, longSide * tuning.maxEnlargement);
  const finest = Math.min(tuning.finestSide, longSide);
  if (finest < tuning.minFinestRatio * first) return { first, finer: [] };
  const middle = Math.max(tuning.minMiddleRatio * first, tuning.middleShare * longSide);
  if (finest < tuning.minMiddleRatio * middle) return { first, finer: [{ longSide: finest, thresholds: faint }] };
  return {
    first,
    finer: [
      { longSide: middle, thresholds: faint },
      { longSide: finest, thresholds: clear },
    ],
  };
}
