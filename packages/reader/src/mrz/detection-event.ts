import type { DetectionMap } from './detector/detection-map.ts';
import type { DetectorInput, DetectorMaps } from './detector/run-detector.ts';
import type { ZoneCrop } from './detector/sample-crop.ts';
import type { ZoneBox } from './search/box-segments.ts';
import type { TextSegment } from './search/measure-segment.ts';
import type { CropLine } from './trace/crop-line.ts';
import type { TracedZone } from './traced-zone.ts';

/**
 * What an observer of the detection sees, in the order in which it happens. Pixels and maps are
 * valid during the call only: copy what is needed later.
 */
export type DetectionEvent =
  /** A pass over the picture or a region of it. */
  | { readonly kind: 'pass'; readonly input: DetectorInput; readonly map: DetectionMap }
  /** What the pass before showed. */
  | {
      readonly kind: 'candidates';
      readonly map: DetectionMap;
      readonly segments: readonly TextSegment[];
      readonly zones: readonly ZoneBox[];
    }
  /** A pass over the upright crop of a candidate. */
  | { readonly kind: 'crop'; readonly input: DetectorInput; readonly maps: DetectorMaps }
  /**
   * The lines of the crop before, grouped into zones; its maps may have been raised by a coarser
   * pass.
   */
  | { readonly kind: 'lines'; readonly crop: ZoneCrop; readonly maps: DetectorMaps; readonly groups: readonly (readonly CropLine[])[] }
  /** The zones of the picture, most evident first. */
  | { readonly kind: 'zones'; readonly zones: readonly TracedZone[] };

export type ObserveDetection = (event: DetectionEvent) => void;
