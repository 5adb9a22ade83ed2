import type { DecodedPage, DecodedPicture, DecodePicture } from './decoded-picture.ts';
import { detectMrz } from './detect/detect-mrz.ts';
import type { TracedZone } from './detect/traced-zone.ts';
import { turnZone } from './detect/turn-zone.ts';
import { isEngineError } from './errors/engine-error.ts';
import type { PicturePlanes } from './geometry/picture-planes.ts';
import type { Scratch } from './geometry/scratch.ts';
import { composeHints } from './hints/compose-hints.ts';
import { examinePage } from './hints/examine-page.ts';
import type { Finding } from './hints/finding.ts';
import type { SeenZone } from './hints/seen-zone.ts';
import { interpretLines } from './interpret/interpret-lines.ts';
import type { Models } from './models.ts';
import type { Reading, ZoneReading } from './reading.ts';
import { measureCrowding } from './recognise/measure-crowding.ts';
import { recogniseUpright } from './recognise/recognise-upright.ts';
import { placeLines } from './rectify/place-lines.ts';
import { rectifyZone } from './rectify/rectify-zone.ts';
import { rescaleZone } from './rectify/rescale-zone.ts';
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
  /** Milliseconds after which no further page is begun: what was read until then is worth more than nothing. Without it all are read. */
  readonly pagesWithinMs?: number;
};

type PageReading = {
  readonly width: number;
  readonly height: number;
  readonly zones: readonly ZoneReading[];
  readonly findings: readonly Finding[];
};

/**
 * Reads the machine readable zones of a file, from its bytes to the documents' data, one page after the other. Of several pages, one that is
 * damaged or too large, or whose turn does not come in time, is left out, and a hint says so; the file is refused if none could be opened.
 *
 * @throws EngineError `picture.unsupported`, `picture.too_large`, `picture.too_many_pages`, `picture.encrypted`, `picture.corrupt`
 */
export async function readPicture(bytes: Uint8Array, tools: ReaderTools, options: ReadOptions): Promise<Reading> {
  const clock = startStageClock();
  const picture = await clock.during('decode', () => tools.decodePicture(bytes));
  try {
    const pages = await readPages(picture, (page, index) => readPage(page, index, tools, options, clock), options, clock);
    const zones = pages.flatMap((page) => page.zones).sort((a, b) => b.score - a.score || b.confidence - a.confidence);
    return {
      mediaType: picture.mediaType,
      pages: pages.map(({ width, height }) => ({ width, height })),
      zones,
      hints: composeHints(pages, zones),
      timing: clock.timing(),
    };
  } finally {
    picture.close();
  }
}

type ReadPage = (page: DecodedPage, index: number) => Promise<PageReading>;

async function readPages(
  { pageCount, openPage }: DecodedPicture,
  read: ReadPage,
  { pagesWithinMs = Number.POSITIVE_INFINITY }: ReadOptions,
  clock: StageClock,
): Promise<PageReading[]> {
  const pages: PageReading[] = [];
  const failures: unknown[] = [];
  for (let index = 0; index < pageCount; index++) {
    let size = { width: 0, height: 0 };
    if (index > 0 && clock.timing().total_ms > pagesWithinMs) {
      pages.push({
        ...size,
        zones: [],
        findings: [{ code: 'page_not_read', cause: 'The time for this file was over before its turn came.' }],
      });
      continue;
    }
    try {
      const page = await clock.during('decode', () => openPage(index));
      size = { width: page.width, height: page.height };
      pages.push(await read(page, index));
    } catch (error) {
      if (!isEngineError(error)) throw error;
      failures.push(error);
      if (failures.length === pageCount) throw failures[0];
      pages.push({ ...size, zones: [], findings: [{ code: 'page_not_read', cause: error.message }] });
    }
  }
  return pages;
}

async function readPage(
  page: DecodedPage,
  index: number,
  tools: ReaderTools,
  options: ReadOptions,
  clock: StageClock,
): Promise<PageReading> {
  const planes = timePlanes(page, clock);
  const traced = await clock.during('detect', () => detectMrz(planes, tools.models.detector, tools.scratch));
  const seen: SeenZone[] = [];
  for (const zone of traced) seen.push(await readZone(planes, zone, index, tools, options, clock));
  const { width, height } = page;
  const findings = await examinePage(planes, seen, tools.scratch);
  return { width, height, zones: seen.flatMap(({ reading }) => reading?.zone ?? []), findings };
}

/** Lines that hold this many times the characters that they should were drawn at the wrong scale. */
const tooCrowded = 1.2;

async function readZone(
  planes: PicturePlanes,
  zone: TracedZone,
  page: number,
  { models, scratch }: ReaderTools,
  { today }: ReadOptions,
  clock: StageClock,
): Promise<SeenZone> {
  const drawAndRecognise = async (one: TracedZone) => {
    const { zone: upright, strips } = await clock.during('rectify', () => rectifyZone(planes, one, scratch));
    return { upright, ...(await clock.during('recognise', () => recogniseUpright(strips, models.recogniser))) };
  };
  let seen = await drawAndRecognise(zone);
  const crowding = measureCrowding(seen.upright, seen.columns);
  // More characters than there is room for: lines further apart than usual made the print look larger than it is.
  if (crowding > tooCrowded) seen = await drawAndRecognise(rescaleZone(zone, crowding));
  const { upright, columns, turned } = seen;
  const interpreted = await clock.during('interpret', () => interpretLines(columns, { today }));
  const settled = turned ? turnZone(upright) : upright;
  if (!interpreted) return { traced: settled, reading: undefined };
  const { strips: lines, interpretation } = interpreted;
  return { traced: settled, reading: { zone: { page, ...placeLines(settled, interpreted), ...interpretation }, lines } };
}

/** Pixels are decoded when a stage first needs them: that time is the decoder's, not the stage's. */
function timePlanes({ width, height, planeAtLeast }: PicturePlanes, clock: StageClock): PicturePlanes {
  return { width, height, planeAtLeast: (scale) => clock.during('decode', () => planeAtLeast(scale)) };
}
