import type { DetectorMaps } from './detector-maps.ts';

/** What the detector says about the whole picture, and how large its cells are in pixels of the picture. */
export type Overview = { readonly maps: DetectorMaps; readonly cellWidth: number; readonly cellHeight: number };
