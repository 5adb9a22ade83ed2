import type { DecodePicture } from './decoded-picture.ts';
import { detectMrz } from './detect/detect-mrz.ts';
import type { TracedZone } from './detect/traced-zone.ts';
import { turnZone } from './detect/turn-zone.ts';
import type { PicturePlanes } from './geometry/picture-planes.ts';
import type { Scratch } from './geometry/scratch.ts';
import { interpretLines } from './interpret/interpret-lines.ts';
import type { Models } from './models.ts';
import type { Reading, ZoneReading } from './reading.ts';
import { recogniseUpright } from './recognise/recognise-upright.ts';
import { placeLines } from './rectify/place-lines.ts';
import { rectifyZone } from './rectify/rectify-zone.ts';
import { type StageClock, startStageClock } from './stage-clock.ts';

/** What a reading works with; Node and browsers bring their own decoder and runtime. */
export type ReaderTools = {
  readonly decodePicture: DecodePicture;
  readonly models: Models;
  /** Memory for one reading at a time. */
  readonly scratch: Scratch;
};

export type ReadOptions = {
  /** ISO date of the day on which the picture is read: centuries and expiry depend on it. */
  readonly today: string;
};

/**
 * Reads the machine readable zones of a picture, from the bytes of its file to the documents' data.
 *
 * @throws EngineError `picture.unsupported`, `picture.too_large`, `picture.corrupt`
 */
export async function readPicture(bytes: Uint8Array, tools: ReaderTools, options: ReadOptions): Promise<Reading> {
  const clock = startStageClock();
  const picture = await clock.during('decode', () => tools.decodePicture(bytes));
  const planes = timePlanes(picture, clock);
  const traced = await clock.during('detect', () => detectMrz(planes, tools.models.detector, tools.scratch));
  const zones: ZoneReading[] = [];
  for (const zone of traced) {
    const reading = await readZone(planes, zone, tools, options, clock);
    if (reading) zones.push(reading);
  }
  zones.sort((a, b) => b.score - a.score || b.confidence - a.confidence);
  const { width, height, mediaType } = picture;
  return { mediaType, pages: [{ width, height }], zones, hints: [], timing: clock.timing() };
}

/** Undefined when what looked like a zone does not read like one. */
async function readZone(
  planes: PicturePlanes,
  zone: TracedZone,
  { models, scratch }: ReaderTools,
  { today }: ReadOptions,
  clock: StageClock,
): Promise<ZoneReading | undefined> {
  const { zone: upright, strips } = await clock.during('rectify', () => rectifyZone(planes, zone, scratch));
  const { columns, turned } = await clock.during('recognise', () => recogniseUpright(strips, models.recogniser));
  const interpreted = await clock.during('interpret', () => interpretLines(columns, { today }));
  return interpreted && { page: 0, ...placeLines(turned ? turnZone(upright) : upright, interpreted.strips), ...interpreted.interpretation };
}

/** Pixels are decoded when a stage first needs them: that time is the decoder's, not the stage's. */
function timePlanes({ width, height, planeAtLeast }: PicturePlanes, clock: StageClock): PicturePlanes {
  return { width, height, planeAtLeast: (scale) => clock.during('decode', () => planeAtLeast(scale)) };
}
