// Reading itself, for a platform that brings a decoder and a runtime, and what these are made of.
export type { DecodedPage, DecodedPicture, DecodePicture } from './decoded-picture.ts';
export { composeHomographies, fitHomography, type Homography, projectPoint } from './geometry/homography.ts';
export { type ColourPlane, colourPlane } from './image/colour-plane.ts';
export { halvePlane } from './image/halve-plane.ts';
export { halvedLumaPlane, type InterleavedPixels, lazyLumaPlane, lumaPlane } from './image/luma-plane.ts';
export { orientPlane } from './image/orient-plane.ts';
export { allRows, freeMemory, type GreyPlane, type LazyPlane, type PicturePlanes, wholePlane } from './image/plane.ts';
export { createScratch } from './image/scratch.ts';
export { readBmpSize } from './media/kinds/bmp.ts';
export { identifyPicture } from './media/picture-kinds.ts';
export type { DetectionEvent, ObserveDetection } from './mrz/detection-event.ts';
export { measuredCurve } from './mrz/interpret/calibrate.ts';
export { readPicture } from './read-picture.ts';
export type { Models, ReaderTools, ReadOptions } from './reader-tools.ts';
export type { Network } from './runtime/network.ts';
