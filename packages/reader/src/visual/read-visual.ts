import type { Quad } from '../geometry/quad.ts';
import { freeMemory, type PicturePlanes } from '../image/plane.ts';
import type { ZoneReading } from '../reading.ts';
import type { Network } from '../runtime/network.ts';
import { lookForExpected } from './expected/look-for-expected.ts';
import { type FoundFields, findFields } from './fields/find-fields.ts';
import { findTextLines } from './lines/find-text-lines.ts';
import type { TextLine } from './lines/measure-row.ts';
import { closerCuts } from './looks/look-closer.ts';
import { readAgain } from './looks/read-again.ts';
import { readTouching } from './looks/read-touching.ts';
import { readUnproved } from './looks/read-unproved.ts';
import { type FlatPage, flattenPage } from './page/flatten-page.ts';
import { frameOfPortrait } from './page/frame-of-portrait.ts';
import { frameOfPicture, frameOfZone, type PageFrame } from './page/page-frame.ts';
import { placeValue } from './place-value.ts';
import { cutStrip } from './recognise/cut-strips.ts';
import { readByClarity } from './recognise/read-by-clarity.ts';
import { readStrips } from './recognise/read-lines.ts';
import type { TextReading } from './recognise/text-reading.ts';
import { type ClassWeights, weightsOfIssuer } from './recognise/weigh-classes.ts';
import { withOwnSigns } from './tables/national-letters.ts';
import type { VisualField, VisualKey, VisualReading } from './visual-reading.ts';

/** What the visual zone of a page is read with. */
export type VisualTools = {
  /** `strips` [N,1,32,W] to `log_probs` [N,W/2,classes]. */
  readonly network: Network;
  /** ISO date of the day on which the picture is read. */
  readonly today: string;
  /** Asked before each run of the network and before pixels are decoded. */
  readonly signal?: AbortSignal;
};

/** What is known of a page: its zone, and where its portrait stands, pixels. */
export type VisualPage = { readonly index: number; readonly zone?: ZoneReading | undefined; readonly portrait?: Quad | undefined };

/**
 * Reads what is printed for people on a page: cuts the document out upright by the geometry of its
 * zone, finds the lines of print on it, reads them, and finds the fields among them.
 *
 * @param page where it shows no zone, its portrait tells where the document lies; else the picture
 *   is taken for an upright document that fills it
 * @returns undefined where nothing of a document is seen
 */
export async function readVisual(planes: PicturePlanes, page: VisualPage, tools: VisualTools): Promise<VisualReading | undefined> {
  const { zone } = page;
  const network = keepAnswers(tools);
  const print = await readPrint(planes, page, network, tools);
  if (!print) return undefined;
  const { frame, flat } = print;
  const { values, checks } = await findPrinted(print, zone, tools.today);
  network.freeAnswers();
  const fields: Partial<Record<VisualKey, VisualField>> = {};
  for (const [key, value] of Object.entries(values))
    fields[key as VisualKey] = {
      value: withOwnSigns(value.value, zone?.document.issuer?.code),
      confidence: value.confidence,
      quad: placeValue(value, frame, flat),
    };
  return { page: page.index, besideZone: zone !== undefined, fields, checks };
}

/** What a further look shows, unless a finding is none any more: that proves no text genuine. */
function keepFindings(before: FoundFields, after: FoundFields): FoundFields {
  const isUndone = Object.entries(before.checks).some(
    ([key, check]) => check === 'mismatch' && after.checks[key as VisualKey] !== 'mismatch',
  );
  return isUndone ? before : after;
}

/** The lines of print beside a zone, and the plane that they lie in. */
async function readPrint(
  planes: PicturePlanes,
  { zone, portrait }: VisualPage,
  network: Network,
  { signal }: VisualTools,
): Promise<Print | undefined> {
  signal?.throwIfAborted();
  const known = zone ? frameOf(zone, planes) : portrait && frameOfPortrait(portrait, planes);
  const frame = known ?? frameOfPicture(planes);
  const flat = frame && (await flattenPage(planes, frame));
  if (!flat) return undefined;
  const read = readerOf(planes, frame, flat, network, weightsOfIssuer(zone?.document.issuer?.code));
  return { frame, flat, readings: await readLines(frame, flat, read), read };
}

/**
 * The fields among the lines, with closer looks at what nearly says what the zone says, at places
 * where something is missing, and at what nothing proves.
 */
async function findPrinted({ readings, read }: Print, zone: ZoneReading | undefined, today: string): Promise<FoundFields> {
  const find = (all: readonly TextReading[], looks: readonly TextReading[]) =>
    findFields(zone?.document, all, today, zone?.confidence, looks);
  const first = find(readings, []);
  const looks = await read(first.doubts.flatMap(closerCuts));
  const second = looks.length > 0 ? keepFindings(first, find(readings, looks)) : first;
  const further = await lookForExpected(second, readings, zone?.document, today, read);
  const all = [...readings, ...further];
  const third = further.length > 0 ? keepFindings(second, find(all, looks)) : second;
  const agreed = await readUnproved(third, all, read);
  return agreed === all ? third : keepFindings(third, find(agreed, looks));
}

/** Cuts lines out of the picture and reads them, in any order. */
type ReadLines = (lines: readonly TextLine[]) => Promise<TextReading[]>;

type Print = { readonly frame: PageFrame; readonly flat: FlatPage; readonly readings: readonly TextReading[]; readonly read: ReadLines };

/**
 * The network, which asks the signal before each run, and whose answers can be freed at the end.
 */
function keepAnswers({ network, signal }: VisualTools): Network & { freeAnswers(): void } {
  const answers: Float32Array[] = [];
  return {
    run: async (input) => {
      signal?.throwIfAborted();
      const answer = await network.run(input);
      answers.push(answer.data);
      return answer;
    },
    freeAnswers: () => answers.splice(0).forEach(freeMemory),
  };
}

function frameOf({ document: { format }, lines, lineQuads }: ZoneReading, planes: PicturePlanes): PageFrame | undefined {
  return format === null ? undefined : frameOfZone({ format, columns: lines[0]?.length ?? 0, lineQuads }, planes);
}

function readerOf(planes: PicturePlanes, frame: PageFrame, flat: FlatPage, network: Network, weights: ClassWeights): ReadLines {
  return async (lines) => {
    const strips = [];
    for (const line of lines) strips.push(await cutStrip(planes, frame, flat, line));
    return await readStrips(strips, network, weights);
  };
}

async function readLines(frame: PageFrame, flat: FlatPage, read: ReadLines): Promise<TextReading[]> {
  const lines = findTextLines(flat).filter((line) => !isOfZone(line, frame, flat));
  freeMemory(flat.data);
  const first = await readByClarity(lines, flat.scale, read);
  const readings = await readAgain(await readTouching(first, read), flat.scale, read);
  return readings.filter(({ text }) => text.trim() !== '').sort((a, b) => a.line.baseLine - b.line.baseLine);
}

/** The zone itself is read elsewhere, and better. */
function isOfZone({ left: from, right, capTop, baseLine }: TextLine, { zone, page }: PageFrame, { left, top, scale }: FlatPage): boolean {
  if (!zone || !page) return false;
  const [x, y] = [left + (from + right) / 2 / scale, top + (capTop + baseLine) / 2 / scale];
  return x > page.left && x < page.right && y > zone.top && y < zone.bottom;
}
