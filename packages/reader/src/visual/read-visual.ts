import { freeMemory, type PicturePlanes } from '../image/plane.ts';
import type { ZoneReading } from '../reading.ts';
import type { Network } from '../runtime/network.ts';
import { findFields } from './fields/find-fields.ts';
import { findTextLines } from './lines/find-text-lines.ts';
import type { TextLine } from './lines/measure-row.ts';
import { type FlatPage, flattenPage } from './page/flatten-page.ts';
import { frameOfPicture, frameOfZone, type PageFrame } from './page/page-frame.ts';
import { placeValue } from './place-value.ts';
import { cutStrip } from './recognise/cut-strips.ts';
import { readAgain } from './recognise/read-again.ts';
import { readStrips } from './recognise/read-lines.ts';
import { linesOfPrint, standsByPrint } from './recognise/stands-by-print.ts';
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

/**
 * Reads what is printed for people on a page: cuts the document out upright by the geometry of its
 * zone, finds the lines of print on it, reads them, and finds the fields among them.
 *
 * @param zone the page's zone; undefined where it shows none: then the picture is taken for an
 *   upright document that fills it
 * @returns undefined where nothing of a document is seen
 */
export async function readVisual(
  planes: PicturePlanes,
  zone: ZoneReading | undefined,
  page: number,
  tools: VisualTools,
): Promise<VisualReading | undefined> {
  const network = keepAnswers(tools);
  const print = await readPrint(planes, zone, network, tools);
  if (!print) return undefined;
  const { frame, flat, readings } = print;
  const { values, checks } = findFields(zone?.document, readings, tools.today, zone?.confidence);
  network.freeAnswers();
  const fields: Partial<Record<VisualKey, VisualField>> = {};
  for (const [key, value] of Object.entries(values))
    fields[key as VisualKey] = {
      value: withOwnSigns(value.value, zone?.document.issuer?.code),
      confidence: value.confidence,
      quad: placeValue(value, frame, flat),
    };
  return { page, besideZone: zone !== undefined, fields, checks };
}

/** The lines of print beside a zone, and the plane that they lie in. */
async function readPrint(
  planes: PicturePlanes,
  zone: ZoneReading | undefined,
  network: Network,
  { signal }: VisualTools,
): Promise<Print | undefined> {
  signal?.throwIfAborted();
  const frame = (zone && frameOf(zone, planes)) ?? frameOfPicture(planes);
  const flat = await flattenPage(planes, frame);
  if (!flat) return undefined;
  const weights = weightsOfIssuer(zone?.document.issuer?.code);
  return { frame, flat, readings: await readLines(planes, frame, flat, network, weights) };
}

type Print = { readonly frame: PageFrame; readonly flat: FlatPage; readonly readings: readonly TextReading[] };

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

async function readLines(
  planes: PicturePlanes,
  frame: PageFrame,
  flat: FlatPage,
  network: Network,
  weights: ClassWeights,
): Promise<TextReading[]> {
  const read = async (lines: readonly TextLine[]) => {
    const strips = [];
    for (const line of lines) strips.push(await cutStrip(planes, frame, flat, line));
    return await readStrips(strips, network, weights);
  };
  const lines = findTextLines(flat).filter((line) => !isOfZone(line, frame, flat));
  freeMemory(flat.data);
  const long = await read(lines.filter((line) => !isShort(line)));
  const print = linesOfPrint(long);
  const first = [...long, ...(await read(lines.filter((line) => isShort(line) && standsByPrint(line, print, flat.scale))))];
  const readings = await readAgain(first, flat.scale, read);
  return readings.filter(({ text }) => text.trim() !== '').sort((a, b) => a.line.baseLine - b.line.baseLine);
}

/** Heights of its capitals that a line of a few letters is long. */
const fewLetters = 3.3;

function isShort({ left, right, capTop, baseLine }: TextLine): boolean {
  return right - left <= fewLetters * (baseLine - capTop);
}

/** The zone itself is read elsewhere, and better. */
function isOfZone({ capTop, baseLine }: TextLine, { zone }: PageFrame, { top, scale }: FlatPage): boolean {
  const middle = top + (capTop + baseLine) / 2 / scale;
  return zone !== undefined && middle > zone.top && middle < zone.bottom;
}
