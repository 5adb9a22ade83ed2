import type { PicturePlanes } from '../image/plane.ts';
import type { ReaderTools } from '../reader-tools.ts';
import type { ZoneReading } from '../reading.ts';
import type { StageClock } from '../stage-clock.ts';
import { createDetector } from './detector/create-detector.ts';
import { interpretLines } from './interpret/interpret-lines.ts';
import { placeLines } from './place-lines.ts';
import { greedyDecode } from './recognise/greedy-decode.ts';
import type { LineLogits } from './recognise/line-logits.ts';
import { measurePitchMismatch } from './recognise/measure-pitch-mismatch.ts';
import { recogniseUpright } from './recognise/recognise-upright.ts';
import { rectifyZone } from './rectify/rectify-zone.ts';
import type { TracedZone } from './traced-zone.ts';
import { recoverMissingLine } from './zone/recover-missing-line.ts';
import { mirrorZone, rescaleZone, turnZone } from './zone/zone-frames.ts';

/** A zone that was detected on a page, turned upright. */
export type DetectedZone = {
  readonly traced: TracedZone;
  /** Whether it was read as in a mirror. */
  readonly mirrored: boolean;
  /**
   * The recogniser's answer for each line of `traced`, in reading order. `interpretFrames` combines
   * those of several video frames.
   */
  readonly logits: readonly LineLogits[];
  /** What it says; undefined when it does not read like a zone. */
  readonly reading:
    | { readonly zone: ZoneReading /** Indexes of the traced lines that its lines were read from. */; readonly lines: readonly number[] }
    | undefined;
};

/**
 * A zone with more than this many times the characters that it has room for was drawn at the wrong
 * scale.
 */
const maxPitchMismatch = 1.2;
/** Characters of a TD1's line, and how many the recogniser may have missed or added. */
const cardLine = { characters: 30, tolerated: 2 };

/** How a zone is read. */
type ZoneOptions = {
  /** ISO date: centuries and expiry depend on it. */
  readonly today: string;
  /** Read as in a mirror. */
  readonly mirrored?: boolean;
};

type ZoneTools = Pick<ReaderTools, 'models' | 'scratch' | 'observe'>;

type Recognised = { readonly upright: TracedZone; readonly logits: readonly LineLogits[]; readonly turned: boolean };

/** Reads what was traced as a zone; `reading` is undefined when it does not read like one. */
export async function readZone(
  planes: PicturePlanes,
  zone: TracedZone,
  page: number,
  tools: ZoneTools,
  { today, mirrored = false }: ZoneOptions,
  clock: StageClock,
): Promise<DetectedZone> {
  const { upright, logits, turned } = await recogniseZone(planes, zone, mirrored, tools, clock);
  const interpreted = await clock.during('interpret', () => interpretLines(logits, { today }));
  const settled = turned ? turnZone(upright) : upright;
  const seen = { traced: settled, mirrored, logits };
  if (!interpreted) return { ...seen, reading: undefined };
  const { strips: lines, interpretation } = interpreted;
  return { ...seen, reading: { zone: { page, ...placeLines(settled, interpreted), ...interpretation }, lines } };
}

/**
 * Draws a zone's lines and recognises them. Does it again if what they say contradicts how the zone
 * was traced.
 */
async function recogniseZone(
  planes: PicturePlanes,
  zone: TracedZone,
  mirrored: boolean,
  { models, scratch, observe }: ZoneTools,
  clock: StageClock,
): Promise<Recognised> {
  const recognise = async (one: TracedZone): Promise<Recognised> => {
    const { zone: upright, strips } = await clock.during('rectify', () => rectifyZone(planes, mirrored ? mirrorZone(one) : one, scratch));
    return { upright, ...(await clock.during('recognise', () => recogniseUpright(strips, models.recogniser))) };
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
