import { type BarcodeReading, scaleBarcode } from './barcodes/barcode-reading.ts';
import { type BarcodePage, readBarcodes } from './barcodes/read-barcodes.ts';
import type { DecodedPage, DecodedPicture } from './decode/decoded-picture.ts';
import { EngineError, isEngineError } from './engine-error.ts';
import type { PicturePlanes } from './image/plane.ts';
import type { MediaType } from './media/picture-kind.ts';
import { findHolder } from './portrait/find-holder.ts';
import { type HolderReading, scaleHolder } from './portrait/portrait-reading.ts';
import { composeHints } from './quality/compose-hints.ts';
import { isRead } from './quality/quality-issue.ts';
import { type PageReading, readPage, timePlanes } from './read-page.ts';
import type { ReaderTools, ReadOptions } from './reader-tools.ts';
import { type Reading, scaleZone, type ZoneReading } from './reading.ts';
import { type StageClock, startStageClock } from './stage-clock.ts';
import { readVisual, type VisualPage } from './visual/read-visual.ts';
import { scaleVisual, type VisualReading } from './visual/visual-reading.ts';

/** What is kept of a page until all pages are read. */
type PageResult = Omit<PageReading, 'detected'> & {
  readonly visual?: VisualReading | undefined;
  readonly holder?: HolderReading | undefined;
  readonly barcodes?: readonly BarcodeReading[] | undefined;
};

/**
 * Reads the machine readable zones of a file, from its bytes to the documents' data, one page after
 * the other. Of several pages, one that is damaged or too large, or whose turn does not come in
 * time, is left out, and a hint says so. The file is refused if no page can be opened.
 *
 * @throws EngineError `picture.unsupported`, `picture.too_large`, `picture.too_many_pages`,
 *   `picture.encrypted`, `picture.corrupt`
 * @throws the reason of the signal, once it is aborted
 */
export async function readPicture(bytes: Uint8Array, tools: ReaderTools, options: ReadOptions): Promise<Reading> {
  const { today, signal } = options;
  const clock = startStageClock(tools.now);
  const picture = await clock.during('decode', () => tools.decodePicture(bytes));
  try {
    const read = async (page: DecodedPage, index: number): Promise<ReadOnePage> => {
      const reading = await readPage(page, tools, { today, page: index, ...(signal && { signal }) }, clock);
      // Where no zone is shown, the portrait tells where the document lies.
      const isLooked = options.portrait || (options.visual && reading.zones.length === 0);
      const planes = timePlanes(page, clock, signal);
      const lookForHolder = () => findHolderOf(planes, reading, index, tools, options);
      const seen = isLooked ? await clock.during('portrait', lookForHolder) : undefined;
      const about = { index, zone: reading.zones[0], portrait: seen?.portraits[0]?.quad };
      const visual = options.visual ? await clock.during('visual', () => readVisualOf(planes, about, tools, options)) : undefined;
      const holder = options.portrait ? seen : undefined;
      const readCodes = () => readBarcodesOf(planes, { page: index, zone: reading.zones[0], visual }, tools, options);
      const barcodes = options.barcodes ? await clock.during('barcodes', readCodes) : undefined;
      return { ...reading, visual, holder, barcodes };
    };
    const pages = await readPages(picture, read, options, clock);
    if (picture.incomplete) reportIncomplete(pages, picture.mediaType);
    const zones = pages.flatMap((page) => page.zones).sort((a, b) => b.score - a.score || b.confidence - a.confidence);
    return {
      mediaType: picture.mediaType,
      pages: pages.map(({ width, height }) => ({ width, height })),
      zones,
      hints: composeHints(pages, zones),
      timing: clock.timing(),
      ...(options.visual && { visual: pages.flatMap((page) => page.visual ?? []) }),
      ...joinHolders(pages),
      ...(options.barcodes && { barcodes: pages.flatMap((page) => page.barcodes ?? []) }),
    };
  } finally {
    picture.close();
  }
}

/**
 * Says that the file's end is missing.
 *
 * @throws EngineError `picture.corrupt` where nothing was read in what is left
 */
function reportIncomplete(pages: PageResult[], mediaType: MediaType): void {
  const [first] = pages;
  if (first && pages.some(({ zones }) => zones.some(isRead))) {
    pages[0] = { ...first, issues: [...first.issues, { code: 'file_incomplete' }] };
    return;
  }
  const sentence = `The file begins like ${mediaType} but is damaged or cut off, and nothing could be read in what is left of it.`;
  throw new EngineError('picture.corrupt', sentence);
}

type ReadOnePage = PageReading & {
  readonly visual: VisualReading | undefined;
  readonly holder: HolderReading | undefined;
  readonly barcodes: readonly BarcodeReading[] | undefined;
};

type ReadOne = (page: DecodedPage, index: number) => Promise<ReadOnePage>;

/**
 * What is printed for people on a page, beside its best zone; undefined without a network for it.
 */
async function readVisualOf(
  planes: PicturePlanes,
  about: VisualPage,
  { loadTextRecogniser }: ReaderTools,
  { today, signal }: ReadOptions,
): Promise<VisualReading | undefined> {
  const network = await loadTextRecogniser?.();
  return network && (await readVisual(planes, about, { network, today, ...(signal && { signal }) }));
}

/** Of all pages; nothing where no page was looked at for it. */
function joinHolders(pages: readonly PageResult[]): Pick<Reading, 'portraits' | 'signatures'> {
  const holders = pages.flatMap(({ holder }) => holder ?? []);
  if (holders.length === 0) return {};
  return { portraits: holders.flatMap(({ portraits }) => portraits), signatures: holders.flatMap(({ signatures }) => signatures) };
}

/** Portrait and signature of a page; undefined without a network for them. */
async function findHolderOf(
  planes: PicturePlanes,
  { zones }: PageReading,
  index: number,
  { loadFaceDetector }: ReaderTools,
  { signal }: ReadOptions,
): Promise<HolderReading | undefined> {
  const network = await loadFaceDetector?.();
  return network && (await findHolder(planes, zones[0], index, { network, ...(signal && { signal }) }));
}

/** The barcodes of a page; undefined without anything to find them with. */
async function readBarcodesOf(
  planes: PicturePlanes,
  about: BarcodePage,
  { loadBarcodeScanner }: ReaderTools,
  { today, signal }: ReadOptions,
): Promise<BarcodeReading[] | undefined> {
  const scan = await loadBarcodeScanner?.();
  return scan && (await readBarcodes(planes, about, { scan, today, ...(signal && { signal }) }));
}

/** Zones, and the issues that refer to them, in pixels of the page as it is stored. */
function placeAsStored(
  { zones, issues, visual, holder, barcodes }: ReadOnePage,
  { width, height, stored }: DecodedPage,
): Pick<PageResult, 'zones' | 'issues' | 'visual' | 'holder' | 'barcodes'> {
  if (!stored) return { zones, issues, visual, holder, barcodes };
  const placed = new Map(zones.map((zone) => [zone, scaleZone(zone, stored.width / width, stored.height / height)]));
  const place = (zone: ZoneReading) => placed.get(zone) ?? zone;
  return {
    zones: zones.map(place),
    issues: issues.map((issue) => (issue.zone ? { ...issue, zone: place(issue.zone) } : issue)),
    visual: visual && scaleVisual(visual, stored.width / width, stored.height / height),
    holder: holder && scaleHolder(holder, stored.width / width, stored.height / height),
    barcodes: barcodes?.map((barcode) => scaleBarcode(barcode, stored.width / width, stored.height / height)),
  };
}

async function readPages(
  { pageCount, openPage }: DecodedPicture,
  read: ReadOne,
  { pagesWithinMs = Number.POSITIVE_INFINITY }: ReadOptions,
  clock: StageClock,
): Promise<PageResult[]> {
  const pages: PageResult[] = [];
  const failures: unknown[] = [];
  for (let index = 0; index < pageCount; index++) {
    let size = { width: 0, height: 0 };
    if (index > 0 && clock.timing().total_ms > pagesWithinMs) {
      pages.push({
        ...size,
        zones: [],
        issues: [{ code: 'page_not_read', cause: 'The time for this file was over before its turn came.' }],
      });
      continue;
    }
    try {
      const page = await clock.during('decode', () => openPage(index));
      const { width, height } = page.stored ?? page;
      size = { width, height };
      pages.push({ ...size, ...placeAsStored(await read(page, index), page) });
    } catch (error) {
      if (!isEngineError(error)) throw error;
      failures.push(error);
      if (failures.length === pageCount) throw failures[0];
      pages.push({ ...size, zones: [], issues: [{ code: 'page_not_read', cause: error.message }] });
    }
  }
  return pages;
}
