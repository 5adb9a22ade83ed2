import type { PicturePlanes } from './image/plane.ts';
import { detectMrz, type SearchOptions } from './mrz/detect-mrz.ts';
import { measureMirroredLegibility } from './mrz/measure-mirrored-legibility.ts';
import { readZone } from './mrz/reading/read-zone.ts';
import type { DetectedZone } from './mrz/reading/zone-reader.ts';
import type { TracedZone } from './mrz/traced-zone.ts';
import { assessPage } from './quality/assess-page.ts';
import type { QualityIssue } from './quality/quality-issue.ts';
import { readMirroredZones } from './read-mirrored-zones.ts';
import type { ReaderTools } from './reader-tools.ts';
import type { ZoneReading } from './reading.ts';
import type { Network } from './runtime/network.ts';
import { type StageClock, startStageClock } from './stage-clock.ts';

/**
 * What a page is read for, and how much is spent on it; `passes` and `expectedAt` bound the search.
 */
export type PageOptions = SearchOptions & {
  /** ISO date of the day on which the picture is read: centuries and expiry depend on it. */
  readonly today: string;
  /** Index of the page in its file, from 0, which is the default. */
  readonly page?: number;
  /** Asked before each run of a network and before pixels are decoded. */
  readonly signal?: AbortSignal;
};

/** What a page of a file, or a video frame, says. */
export type PageReading = {
  /** Pixels of the page. */
  readonly width: number;
  readonly height: number;
  /** The zones that could be read, most evident first. */
  readonly zones: readonly ZoneReading[];
  /**
   * All zones that were detected, also those that could not be read, with the recogniser's answers.
   */
  readonly detected: readonly DetectedZone[];
  /** What is wrong with the picture; `composeHints` puts it in words. */
  readonly issues: readonly QualityIssue[];
};

type PageTools = Pick<ReaderTools, 'models' | 'scratch' | 'observe'>;

/**
 * Reads the machine readable zones of a page of a file, or of a video frame. One page at a time for
 * each scratch memory.
 *
 * @param planes the page, whose pixels are decoded when a stage first needs them
 * @param clock is told how long each stage took
 * @throws the reason of the signal, once it is aborted
 * @throws EngineError `picture.corrupt` if the pixels cannot be decoded
 */
export async function readPage(
  planes: PicturePlanes,
  tools: PageTools,
  { today, page = 0, signal, ...search }: PageOptions,
  clock: StageClock = startStageClock(),
): Promise<PageReading> {
  const source = timePlanes(planes, clock, signal);
  const bound = stopOnAbort(tools, signal);
  const { models, scratch, observe } = bound;
  const traced = await clock.during('detect', () => detectMrz(source, { network: models.detector, scratch, observe }, search));
  // A video frame is followed by another one, and cameras do not mirror what they hand to programs.
  const isFile = (search.passes ?? 'all') === 'all';
  const read = (zone: TracedZone, mirrored: boolean) =>
    readZone(source, zone, page, bound, { today, mirrored, furtherLooks: isFile }, clock);
  const asSeen: DetectedZone[] = [];
  for (const zone of traced) asSeen.push(await read(zone, false));
  const mirrored = {
    legibility: (zone: TracedZone) => clock.during('recognise', () => measureMirroredLegibility(source, zone, bound)),
    read: (zone: TracedZone) => read(zone, true),
  };
  const detected = isFile ? await readMirroredZones(traced, asSeen, mirrored) : asSeen;
  signal?.throwIfAborted();
  const issues = await assessPage(source, detected, scratch);
  const { width, height } = planes;
  return { width, height, zones: detected.flatMap(({ reading }) => reading?.zone ?? []), detected, issues };
}

/**
 * Pixels are decoded when a stage first needs them. That time is the decoder's, not the stage's.
 */
export function timePlanes(
  { width, height, planeAtLeast }: PicturePlanes,
  clock: StageClock,
  signal: AbortSignal | undefined,
): PicturePlanes {
  const decode = (scale: number) => {
    signal?.throwIfAborted();
    return planeAtLeast(scale);
  };
  return { width, height, planeAtLeast: (scale) => clock.during('decode', () => decode(scale)) };
}

/** Networks take nearly all of the time, so the signal is asked before each of their runs. */
function stopOnAbort(tools: PageTools, signal: AbortSignal | undefined): PageTools {
  if (!signal) return tools;
  const guard = (network: Network): Network => ({
    run: async (input) => {
      signal.throwIfAborted();
      return await network.run(input);
    },
  });
  const { detector, recogniser } = tools.models;
  return { ...tools, models: { detector: guard(detector), recogniser: guard(recogniser) } };
}
