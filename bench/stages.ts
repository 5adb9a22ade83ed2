/**
 * What each stage of a reading costs with everything on (print, portrait, barcodes): `node
 * bench/stages.ts [--rounds 3] [--json FILE] PICTURE…`. Reads the pictures in this process, once
 * to warm up and then in each round, and prints milliseconds of the processor's time by stage, all
 * of the process's threads together: the median and the mean over the pictures, of each the least
 * of its rounds.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { ReadingTiming } from '@ocr-web/reader';
import {
  createPictureDecoder,
  createScratch,
  loadBarcodeScanner,
  loadFaceDetector,
  loadModels,
  loadTextRecogniser,
  readPicture,
} from '@ocr-web/reader-node/in-process';
import { quantile } from './harness/quantile.ts';
import { renderTable } from './page/render-table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '3' }, json: { type: 'string' } },
});
if (positionals.length === 0) throw new Error('Which pictures? node bench/stages.ts PICTURE…');

const [text, faces, scan] = await Promise.all([loadTextRecogniser(), loadFaceDetector(), loadBarcodeScanner()]);
const tools = {
  decodePicture: createPictureDecoder({ maxPixels: 100_000_000 }),
  models: await loadModels(),
  loadTextRecogniser: () => Promise.resolve(text),
  loadFaceDetector: () => Promise.resolve(faces),
  loadBarcodeScanner: () => Promise.resolve(scan),
  scratch: createScratch(),
  now: processorTime,
};
const stages = ['total', 'decode', 'detect', 'rectify', 'recognise', 'interpret', 'portrait', 'visual', 'barcodes'] as const;
type Costs = Readonly<Record<(typeof stages)[number], number>>;

const pictures = positionals.map((file) => readFileSync(file));
const rounds: (Costs | undefined)[][] = [];
for (let round = 0; round <= Number(values.rounds); round++) {
  const costs: (Costs | undefined)[] = [];
  for (const picture of pictures) costs.push(await measure(picture));
  if (round > 0) rounds.push(costs);
}

const least = pictures.flatMap((_, index) => leastOf(rounds.flatMap((costs) => costs[index] ?? [])) ?? []);
const figures = stages.map((stage) => {
  const costs = least.map((one) => one[stage]);
  return { stage, median: quantile(costs, 0.5), mean: costs.reduce((sum, cost) => sum + cost, 0) / costs.length };
});
const rows = figures.map(({ stage, median, mean }) => [stage, median.toFixed(1), mean.toFixed(1)]);
process.stdout.write(`${renderTable([`ms of ${least.length} pictures`, 'median', 'mean'], rows)}\n`);
if (least.length < pictures.length) process.stdout.write(`${pictures.length - least.length} could not be read.\n`);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ figures, pictures: least }, null, 2)}\n`);

/** Of all threads of this process, milliseconds. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Undefined for what is no picture. */
async function measure(picture: Uint8Array): Promise<Costs | undefined> {
  try {
    const { timing } = await readPicture(picture, tools, { today: '2026-11-30', visual: true, portrait: true, barcodes: true });
    return costsOf(timing);
  } catch {
    return undefined;
  }
}

function costsOf(timing: ReadingTiming): Costs {
  return Object.fromEntries(stages.map((stage) => [stage, timing[`${stage}_ms`] ?? 0])) as Costs;
}

/** The round in which a picture took the least. */
function leastOf(costs: readonly Costs[]): Costs | undefined {
  return costs.toSorted((one, other) => one.total - other.total)[0];
}
