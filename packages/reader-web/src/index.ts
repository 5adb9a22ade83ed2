export { openWebReader, type PictureOptions, type WebReader } from './open-web-reader.ts';
export type { LoadProgress } from './runtime/fetch-assets.ts';
export type { DetectedInFrame, FrameOptions, FrameReading } from './worker/read-frame.ts';
