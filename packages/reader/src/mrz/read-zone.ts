import type { PicturePlanes } from '../image/plane.ts';
import type { ReaderTools, ReadOptions } from '../reader-tools.ts';
import type { ZoneReading } from '../reading.ts';
import type { StageClock } from '../stage-clock.ts';
import { createDetector } from './detector/create-detector.ts';
import { interpretLines } from './interpret/interpret-lines.ts';
import { placeLines } from './place-lines.ts';
import { decodeGreedily } from './recognise/decode-greedily.ts';
import type { LineColumns } from './recognise/line-columns.ts';
import { measureCrowding } from './recognise/measure-crowding.ts';
import { recogniseUpright } from './recognise/recognise-upright.ts';
import { rectifyZone } from './rectify/rectify-zone.ts';
import type { TracedZone } from './traced-zone.ts';
import { recoverMissingLine } from './zone/recover-missing-line.ts';
import { rescaleZone, turnZone } from './zone/zone-frames.ts';

/** A zone that was found in a page, upright. */
export type SeenZone = {
  readonly traced: TracedZone;
  /** What it says; undefined when it does not read like a zone. */
  readonly reading:
    | { readonly zone: ZoneReading /** Indexes of the traced lines that its lines were read from. */; readonly lines: readonly number[] }
    | undefined;
};

/** Lines that hold this many times the characters that they should were drawn at the wrong scale. */
const tooCrowded = 1.2;
/** Characters of a TD1's line, and how many of them may not have been read. */
const cardLine = { characters: 30, tolerated: 2 };

type Recognised = { readonly upright: TracedZone; readonly columns: readonly LineColumns[]; readonly turned: boolean };

/** Reads what was traced as a zone; `reading` is undefined when it does not read like one. */
export async function readZone(
  planes: PicturePlanes,
  zone: TracedZone,
  page: number,
  tools: ReaderTools,
  { today }: ReadOptions,
  clock: StageClock,
): Promise<SeenZone> {
  const { upright, columns, turned } = await recogniseZone(planes, zone, tools, clock);
  const interpreted = await clock.during('interpret', () => interpretLines(columns, { today }));
  const settled = turned ? turnZone(upright) : upright;
  if (!interpreted) return { traced: settled, reading: undefined };
  const { strips: lines, interpretation } = interpreted;
  return { traced: settled, reading: { zone: { page, ...placeLines(settled, interpreted), ...interpretation }, lines } };
}

/** Draws a zone's lines and recognises them; again, where what they say contradicts what they were drawn from. */
async function recogniseZone(
  planes: PicturePlanes,
  zone: TracedZone,
  { models, scratch, observe }: ReaderTools,
  clock: StageClock,
): Promise<Recognised> {
  const recognise = async (one: TracedZone): Promise<Recognised> => {
    const { zone: upright, strips } = await clock.during('rectify', () => rectifyZone(planes, one, scratch));
    return { upright, ...(await clock.during('recognise', () => recogniseUpright(strips, models.recogniser))) };
  };
  const seen = await recognise(zone);
  if (isShortOfALine(seen.columns)) {
    const whole = await clock.during('detect', () =>
      recoverMissingLine(createDetector({ network: models.detector, scratch, observe }, planes), zone),
    );
    if (whole) return recognise(whole);
  }
  const crowding = measureCrowding(seen.upright, seen.columns);
  // More characters than there is room for: lines further apart than usual made the print look larger than it is.
  return crowding > tooCrowded ? recognise(rescaleZone(zone, crowding)) : seen;
}

/** Two lines of 30 characters are two of a TD1's three: no format has just these. */
function isShortOfALine(columns: readonly LineColumns[]): boolean {
  const isOfCard = (line: LineColumns) => Math.abs(decodeGreedily(line).text.length - cardLine.characters) <= cardLine.tolerated;
  return columns.length === 2 && columns.every(isOfCard);
}
