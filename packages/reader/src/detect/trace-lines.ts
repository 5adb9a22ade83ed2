import type { CropLine } from './crop-line.ts';
import type { DetectorMaps } from './detector-maps.ts';
import { fitCropLine } from './fit-crop-line.ts';
import { followRibbons } from './follow-ribbons.ts';
import { joinChains } from './join-chains.ts';

/** The lines of text in an upright crop, in no particular order. */
export function traceLines(maps: DetectorMaps): CropLine[] {
  return joinChains(followRibbons(maps)).flatMap((chain) => fitCropLine(chain) ?? []);
}
