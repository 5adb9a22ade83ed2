import type { DecodedPage, DecodedPicture } from './decoded-picture.ts';
import { isEngineError } from './engine-error.ts';
import type { PicturePlanes } from './image/plane.ts';
import { detectMrz } from './mrz/detect-mrz.ts';
import { readZone, type SeenZone } from './mrz/read-zone.ts';
import { composeHints } from './quality/compose-hints.ts';
import { examinePage } from './quality/examine-page.ts';
import type { Finding } from './quality/finding.ts';
import type { ReaderTools, ReadOptions } from './reader-tools.ts';
import type { Reading, ZoneReading } from './reading.ts';
import { type StageClock, startStageClock } from './stage-clock.ts';

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
  const traced = await clock.during('detect', () =>
    detectMrz(planes, { network: tools.models.detector, scratch: tools.scratch, observe: tools.observe }),
  );
  const seen: SeenZone[] = [];
  for (const zone of traced) seen.push(await readZone(planes, zone, index, tools, options, clock));
  const { width, height } = page;
  const findings = await examinePage(planes, seen, tools.scratch);
  return { width, height, zones: seen.flatMap(({ reading }) => reading?.zone ?? []), findings };
}

/** Pixels are decoded when a stage first needs them: that time is the decoder's, not the stage's. */
function timePlanes({ width, height, planeAtLeast }: PicturePlanes, clock: StageClock): PicturePlanes {
  return { width, height, planeAtLeast: (scale) => clock.during('decode', () => planeAtLeast(scale)) };
}
