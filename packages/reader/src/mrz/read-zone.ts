import type { PicturePlanes } from '../image/plane.ts';
import type { ReaderTools } from '../reader-tools.ts';
import type { ZoneReading } from '../reading.ts';
import type { StageClock } from '../stage-clock.ts';
import { createDetector } from './detector/create-detector.ts';
import { type InterpretedZone, interpretLines } from './interpret/interpret-lines.ts';
import { placeLines, trimLines } from './place-lines.ts';
import { provesItself } from './proves-itself.ts';
import { greedyDecode } from './recognise/greedy-decode.ts';
import { type LineLogits, measureLegibility } from './recognise/line-logits.ts';
import { measureOverrun, type Overrun } from './recognise/measure-overrun.ts';
import { measurePitchMismatch } from './recognise/measure-pitch-mismatch.ts';
import { recogniseUpright } from './recognise/recognise-upright.ts';
import { rectifyZone } from './rectify/rectify-zone.ts';
import type { TracedZone } from './traced-zone.ts';
import { type Extension, extendZone } from './zone/extend-zone.ts';
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

/** Lines that go on are continued by so many glyph heights, twice at most. */
const extensionStep = 12;
const maxExtensions = 2;
/** A piece of a zone that is clearly printed is more legible than this. */
const minPieceLegibility = 0.985;

/** How a zone is read. */
type ZoneOptions = {
  /** ISO date: centuries and expiry depend on it. */
  readonly today: string;
  /** Read as in a mirror. */
  readonly mirrored?: boolean;
};

type ZoneTools = Pick<ReaderTools, 'models' | 'scratch' | 'observe'>;

type Recognised = { readonly upright: TracedZone; readonly logits: readonly LineLogits[]; readonly turned: boolean };

type Attempt = { readonly detected: DetectedZone; readonly recognised: Recognised; readonly interpreted: InterpretedZone | undefined };

/**
 * Reads what was traced as a zone; `reading` is undefined when it does not read like one. Lines
 * that go on beyond where they were traced are followed further, which counts if check digits then
 * prove the document.
 */
export async function readZone(
  planes: PicturePlanes,
  zone: TracedZone,
  page: number,
  tools: ZoneTools,
  { today, mirrored = false }: ZoneOptions,
  clock: StageClock,
): Promise<DetectedZone> {
  const attempt = async (one: TracedZone): Promise<Attempt> => {
    const recognised = await recogniseZone(planes, one, mirrored, tools, clock);
    const { upright, logits, turned } = recognised;
    const interpreted = await clock.during('interpret', () => interpretLines(logits, { today }));
    const settled = turned ? turnZone(upright) : upright;
    return { detected: { traced: settled, mirrored, logits, reading: describe(settled, page, interpreted) }, recognised, interpreted };
  };
  const first = await attempt(zone);
  let last = first;
  let extension: Extension = { before: 0, after: 0 };
  for (let tries = 0; tries < maxExtensions && isDoubtful(last); tries++) {
    const overrun = measureOverrun(last.recognised.logits);
    if (!overrun.before && !overrun.after) break;
    extension = addOverrun(extension, overrun, last.recognised.turned);
    last = await attempt(extendZone(zone, extension));
  }
  if (last === first || !last.interpreted || !isProved(last)) return first.detected;
  return { ...last.detected, traced: trimLines(last.detected.traced, last.interpreted) };
}

/** @param turned whether lines were read from where they were traced to end */
function addOverrun({ before, after }: Extension, overrun: Overrun, turned: boolean): Extension {
  const atStart = turned ? overrun.after : overrun.before;
  const atEnd = turned ? overrun.before : overrun.after;
  return { before: before + (atStart ? extensionStep : 0), after: after + (atEnd ? extensionStep : 0) };
}

/**
 * Whether nothing proves it, though it reads like a zone or like a piece of one, so that another
 * look is worth its time.
 */
function isDoubtful(attempt: Attempt): boolean {
  const { interpreted, detected } = attempt;
  return !detected.mirrored && !isProved(attempt) && (interpreted !== undefined || isPieceOfZone(detected.logits));
}

function isPieceOfZone(logits: readonly LineLogits[]): boolean {
  const hasFillers = logits.some((line) => greedyDecode(line).text.includes('<<<'));
  return logits.length > 1 && hasFillers && measureLegibility(logits) >= minPieceLegibility;
}

function isProved({ interpreted }: Attempt): boolean {
  return interpreted !== undefined && provesItself(interpreted.interpretation.document);
}

function describe(settled: TracedZone, page: number, interpreted: InterpretedZone | undefined): DetectedZone['reading'] {
  return interpreted && { zone: { page, ...placeLines(settled, interpreted), ...interpreted.interpretation }, lines: interpreted.strips };
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
