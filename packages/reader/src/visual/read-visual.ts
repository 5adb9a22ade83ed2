import type { Quad } from '../geometry/quad.ts';
import type { PicturePlanes } from '../image/plane.ts';
import type { ZoneReading } from '../reading.ts';
import type { Network } from '../runtime/network.ts';
import { type FoundFields, findFields } from './fields/find-fields.ts';
import { findTextLines } from './lines/find-text-lines.ts';
import type { TextLine } from './lines/measure-row.ts';
import { type FlatPage, flattenPage } from './page/flatten-page.ts';
import { frameOfPortrait } from './page/frame-of-portrait.ts';
import { frameOfPicture, frameOfZone, type PageFrame } from './page/page-frame.ts';
import { placeValue } from './place-value.ts';
import { cutStrip } from './recognise/cut-strips.ts';
import { closerCuts } from './recognise/look-closer.ts';
import { readAgain } from './recognise/read-again.ts';
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
  const print = await readPrint(planes, page, tools);
  if (!print) return undefined;
  const { frame, flat, readings, read } = print;
  const find = (looks: readonly TextReading[]) => findFields(zone?.document, readings, tools.today, zone?.confidence, looks);
  const first = find([]);
  const second = first.doubts.length > 0 ? find(await read(first.doubts.flatMap(closerCuts))) : first;
  const { values, checks } = undoes(second, first) ? first : second;
  const fields: Partial<Record<VisualKey, VisualField>> = {};
  for (const [key, value] of Object.entries(values))
    fields[key as VisualKey] = {
      value: withOwnSigns(value.value, zone?.document.issuer?.code),
      confidence: value.confidence,
      quad: placeValue(value, frame, flat),
    };
  return { page: page.index, besideZone: zone !== undefined, fields, checks };
}

/** Whether a finding of the first look is none any more: a closer look proves no text genuine. */
function undoes(second: FoundFields, first: FoundFields): boolean {
  return Object.entries(first.checks).some(([key, check]) => check === 'mismatch' && second.checks[key as VisualKey] !== 'mismatch');
}

/** The lines of print beside a zone, and the plane that they lie in. */
async function readPrint(planes: PicturePlanes, { zone, portrait }: VisualPage, tools: VisualTools): Promise<Print | undefined> {
  tools.signal?.throwIfAborted();
  const known = zone ? frameOf(zone, planes) : portrait && frameOfPortrait(portrait, planes);
  const frame = known ?? frameOfPicture(planes);
  const flat = await flattenPage(planes, frame);
  if (!flat) return undefined;
  const weights = weightsOfIssuer(zone?.document.issuer?.code);
  const read = readerOf(planes, frame, flat, stopOnAbort(tools), weights);
  return { frame, flat, readings: await readLines(frame, flat, read), read };
}

type Print = { readonly frame: PageFrame; readonly flat: FlatPage; readonly readings: readonly TextReading[]; readonly read: ReadLines };
/** Cuts lines out of the picture and reads them. */
type ReadLines = (lines: readonly TextLine[]) => Promise<TextReading[]>;

function stopOnAbort({ network, signal }: VisualTools): Network {
  return {
    run: async (input) => {
      signal?.throwIfAborted();
      return await network.run(input);
    },
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
  const first = await read(findTextLines(flat).filter((line) => !isOfZone(line, frame, flat)));
  const readings = await readAgain(first, flat.scale, read);
  return readings.filter(({ text }) => text.trim() !== '').sort((a, b) => a.line.baseLine - b.line.baseLine);
}

/** The zone itself is read elsewhere, and better. */
function isOfZone({ capTop, baseLine }: TextLine, { zone }: PageFrame, { top, scale }: FlatPage): boolean {
  const middle = top + (capTop + baseLine) / 2 / scale;
  return zone !== undefined && middle > zone.top && middle < zone.bottom;
}
