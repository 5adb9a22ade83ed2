import type { Hint, Quad, ReadingTiming, ZoneReading } from '@ocr-web/reader';
import {
  composeHints,
  type LineLogits,
  layPlanes,
  type ReaderTools,
  readPage,
  type SearchOptions,
  startStageClock,
} from '@ocr-web/reader/engine';
import { bitmapPage } from '../decode/bitmap-page.ts';
import type { ReadBitmapRows } from '../decode/read-bitmap-rows.ts';

/** How much of a frame is searched, and when to stop. */
export type FrameOptions = SearchOptions & {
  /** Asked before each run of a network. */
  readonly signal?: AbortSignal;
};

/** A zone that was found in a frame, whether it could be read or not. */
export type DetectedInFrame = {
  /** Corners in reading order, in pixels of the frame: where to expect it in the next one. */
  readonly quad: Quad;
  /** The recogniser's answer for each line, for `combineFrames`. */
  readonly logits: readonly LineLogits[];
  /** What it says; undefined when it does not read like a zone. */
  readonly zone?: ZoneReading;
};

/** What a frame of a camera says. */
export type FrameReading = {
  /** Pixels of the frame. */
  readonly width: number;
  readonly height: number;
  /** The zones that could be read, most evident first. */
  readonly zones: readonly ZoneReading[];
  /** All zones that were found. */
  readonly detected: readonly DetectedInFrame[];
  /** What is wrong with the frame, for the person who holds the camera. */
  readonly hints: readonly Hint[];
  readonly timing: ReadingTiming;
};

type FrameTools = Pick<ReaderTools, 'models' | 'scratch'> & { readonly readRows: ReadBitmapRows };

/**
 * Reads a frame of a camera.
 *
 * @throws the reason of the signal, once it is aborted
 */
export async function readFrame(
  frame: ImageBitmap,
  { readRows, ...tools }: FrameTools,
  options: FrameOptions & { readonly today: string },
): Promise<FrameReading> {
  const clock = startStageClock();
  const page = await readPage(layPlanes(bitmapPage(frame, readRows)), tools, options, clock);
  const { width, height, zones } = page;
  const detected = page.detected.map(({ traced, logits, reading }) => ({
    quad: traced.quad,
    logits,
    ...(reading && { zone: reading.zone }),
  }));
  return { width, height, zones, detected, hints: composeHints([page], zones), timing: clock.timing() };
}
