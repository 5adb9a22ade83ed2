import type { PicturePlanes } from '../../image/plane.ts';
import type { ReaderTools } from '../../reader-tools.ts';
import type { StageClock } from '../../stage-clock.ts';
import { createDetector } from '../detector/create-detector.ts';
import { greedyDecode } from '../recognise/greedy-decode.ts';
import type { LineLogits } from '../recognise/line-logits.ts';
import { measurePitchMismatch } from '../recognise/measure-pitch-mismatch.ts';
import { recogniseUpright } from '../recognise/recognise-upright.ts';
import { rectifyZone } from '../rectify/rectify-zone.ts';
import type { TracedZone } from '../traced-zone.ts';
import { recoverMissingLine } from '../zone/recover-missing-line.ts';
import { mirrorZone, rescaleZone } from '../zone/zone-frames.ts';

/**
 * A zone with more than this many times the characters that it has room for was drawn at the wrong
 * scale.
 */
const maxPitchMismatch = 1.2;
/** Characters of a TD1's line, and how many the recogniser may have missed or added. */
const cardLine = { characters: 30, tolerated: 2 };

export type ZoneTools = Pick<ReaderTools, 'models' | 'scratch' | 'observe'>;

/** The recogniser's answer for the lines of a zone. */
export type RecognisedZone = {
  /** As it was drawn. */
  readonly upright: TracedZone;
  /** Whether it was sheared before it was drawn. */
  readonly isStraightened: boolean;
  readonly logits: readonly LineLogits[];
  /** Whether it was read from where it was traced to end. */
  readonly turned: boolean;
};

type RecogniseOptions = {
  readonly mirrored: boolean;
  /** As in {@link rectifyZone}. */
  readonly straighten?: boolean;
};

/**
 * Draws a zone's lines and recognises them. Does it again if what they say contradicts how the zone
 * was traced.
 */
export async function recogniseZone(
  planes: PicturePlanes,
  zone: TracedZone,
  { mirrored, straighten = true }: RecogniseOptions,
  { models, scratch, observe }: ZoneTools,
  clock: StageClock,
): Promise<RecognisedZone> {
  const recognise = async (one: TracedZone): Promise<RecognisedZone> => {
    const seen = mirrored ? mirrorZone(one) : one;
    const { zone: upright, strips } = await clock.during('rectify', () => rectifyZone(planes, seen, scratch, straighten));
    const isStraightened = upright !== seen;
    return { upright, isStraightened, ...(await clock.during('recognise', () => recogniseUpright(strips, models.recogniser))) };
  };
  const seen = await recognise(zone);
  if (isShortOfALine(seen.logits)) {
    const whole = await clock.during('detect', () =>
      recoverMissingLine(createDetector({ network: models.detector, scratch, observe }, planes), zone),
    );
    if (whole) return recognise(whole);
  }
  const mismatch = measurePitchMismatch(seen.upright, seen.logits);
  // Lines further apart than usual made the print look larger than it is.
  return mismatch > maxPitchMismatch ? recognise(rescaleZone(zone, mismatch)) : seen;
}

/** No format has two lines of 30 characters: these are two of a TD1's three. */
function isShortOfALine(logits: readonly LineLogits[]): boolean {
  const isOfCard = (line: LineLogits) => Math.abs(greedyDecode(line).text.length - cardLine.characters) <= cardLine.tolerated;
  return logits.length === 2 && logits.every(isOfCard);
}
