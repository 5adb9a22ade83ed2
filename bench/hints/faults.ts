import type { HintCode } from '@ocr-web/reader';
import type { GreyPlane } from '@ocr-web/reader/engine';
import { blurAlong, blurEvenly } from './blur-plane.ts';
import { cropPlane } from './crop-plane.ts';
import type { GoodPicture } from './good-picture.ts';
import { joinTwice } from './join-twice.ts';
import { coverPatch, reflectLight } from './lay-patch.ts';
import { relight } from './relight-plane.ts';
import { shrinkPlane } from './shrink-plane.ts';

/** One fault of pictures, in degrees. */
export type Fault = {
  readonly name: string;
  /** What `values` are. */
  readonly condition: string;
  readonly values: readonly number[];
  readonly expected: readonly HintCode[];
  spoil(picture: GoodPicture, value: number): GreyPlane;
};

/** The faults that hints tell apart, each from slight to beyond reading. */
export const faults: readonly Fault[] = [
  {
    name: 'out of focus',
    condition: 'spread / glyph height',
    values: [0.14, 0.18, 0.22, 0.28, 0.36],
    expected: ['blurred'],
    spoil: ({ plane, glyphHeight_px }, value) => blurEvenly(plane, value * glyphHeight_px),
  },
  {
    name: 'moved',
    condition: 'way / glyph height',
    values: [0.5, 0.7, 0.9, 1.2],
    expected: ['motion_blurred', 'blurred'],
    spoil: ({ plane, glyphHeight_px, chance }, value) => blurAlong(plane, value * glyphHeight_px, Math.PI * chance()),
  },
  {
    name: 'glare',
    condition: 'width / glyph height',
    values: [3, 5, 8, 12],
    expected: ['glare'],
    spoil: (picture, value) => reflectLight(picture, value),
  },
  {
    name: 'covered',
    condition: 'width / glyph height',
    values: [3, 5, 8, 12],
    expected: ['partly_covered'],
    spoil: (picture, value) => coverPatch(picture, value),
  },
  {
    name: 'cut off',
    condition: 'share of the zone',
    values: [0.06, 0.15, 0.3, 0.5],
    expected: ['mrz_cut_off'],
    spoil: (picture, value) => cropPlane(picture, value),
  },
  {
    name: 'small',
    condition: 'glyph height, pixels',
    values: [7, 6, 5, 4, 3],
    expected: ['mrz_too_small'],
    spoil: ({ plane, glyphHeight_px }, value) => shrinkPlane(plane, value / glyphHeight_px),
  },
  {
    name: 'dark',
    condition: 'share of the light',
    values: [0.08, 0.04, 0.02, 0.01],
    expected: ['too_dark'],
    spoil: ({ plane, chance }, value) => relight(plane, { contrast: 1, light: value, noise: 2.5, chance }),
  },
  {
    name: 'flat',
    condition: 'share of the contrast',
    values: [0.1, 0.06, 0.04, 0.02, 0.01],
    expected: ['low_contrast'],
    spoil: ({ plane, chance }, value) => relight(plane, { contrast: value, light: 1, noise: 2.5, chance }),
  },
  {
    name: 'two documents',
    condition: 'one above the other',
    values: [2],
    expected: ['several_documents'],
    spoil: ({ plane }) => joinTwice(plane),
  },
];
