/**
 * How well portraits are found on drawn documents, and how long that takes: `node bench/portrait.ts
 * [--count 400] [--runtime auto]`. Half of the documents show none. Prints a table by the
 * portrait's width; fails where a portrait is found on a document without one.
 *
 * With sets that training/make_signature_set.py drew, how well signatures are found on them: `node
 * bench/portrait.ts SET…`.
 */
import { parseArgs } from 'node:util';
import type { PortraitReading } from '@ocr-web/reader';
import { findHolder, type GreyPlane, wholePlane } from '@ocr-web/reader/engine';
import { createPictureDecoder, loadFaceDetector } from '@ocr-web/reader-node/in-process';
import { boxOfPortrait, type DrawnPortrait, drawDocument } from '../packages/reader/test/portrait/draw-document.ts';
import { type Box, boxOf, median, overlapOf } from './portrait/boxes.ts';
import { measureSignatures, renderSignatures } from './portrait/measure-signatures.ts';

type Row = { found: number; asked: number; overlaps: number[]; ms: number[] };

const options = { count: { type: 'string', default: '400' }, runtime: { type: 'string', default: 'auto' } } as const;
const { values, positionals } = parseArgs({ allowPositionals: true, options });
if (positionals.length > 0) {
  const decodePicture = createPictureDecoder({ maxPixels: 100_000_000 });
  for (const folder of positionals) process.stdout.write(`${renderSignatures(await measureSignatures(folder, decodePicture))}\n`);
  process.exit();
}
const runtime = (['auto', 'onnxruntime-node', 'wasm'] as const).find((one) => one === values.runtime);
if (!runtime) throw new Error(`--runtime is auto, onnxruntime-node or wasm, not ${values.runtime}.`);
const network = await loadFaceDetector(undefined, runtime);
const [width, height] = [1000, 704];
const widths = [40, 60, 90, 140, 220, 300];
const rows = new Map<number, Row>(widths.map((one) => [one, { found: 0, asked: 0, overlaps: [], ms: [] }]));
let falseOnes = 0;
let state = 7;
/** Of a fixed seed: the same documents in every run (Park and Miller, 1988). */
function random(): number {
  state = (state * 48_271) % 2_147_483_647;
  return state / 2_147_483_647;
}

for (let index = 0; index < Number(values.count); index++) {
  const portrait = choosePortrait(widths[index % widths.length]!);
  const isShown = Math.floor(index / widths.length) % 2 === 0;
  const plane = blur(drawDocument(width, height, isShown ? [portrait] : [], { x: 600, y: 600 }));
  const start = process.cpuUsage();
  const page = { width, height, planeAtLeast: () => Promise.resolve(wholePlane(plane)) };
  const { portraits } = await findHolder(page, undefined, 0, { network });
  const { user, system } = process.cpuUsage(start);
  if (isShown) score(rows.get(portrait.width)!, portraits, boxOfPortrait(portrait), (user + system) / 1000);
  else falseOnes += portraits.length;
}
const share = (part: number, of: number) => `${part} of ${of}`;
process.stdout.write('| width, pixels | found | overlap (median) | ms of processor time (median) |\n| --- | --- | --- | --- |\n');
for (const [one, { found, asked, overlaps, ms }] of rows)
  process.stdout.write(`| ${one} | ${share(found, asked)} | ${median(overlaps).toFixed(2)} | ${median(ms).toFixed(0)} |\n`);
process.stdout.write(`\nfalse ones on documents without a portrait: ${falseOnes}\n`);
if (falseOnes > 0) process.exitCode = 1;

function choosePortrait(size: number): DrawnPortrait {
  return { left: 20 + Math.round(random() * 200), top: 40 + Math.round(random() * 200), width: size, pale: random() * 0.5 };
}

/** As a camera would: the mean of three by three, and noise. */
function blur({ data }: GreyPlane): GreyPlane {
  const blurred = data.slice();
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      let sum = 0;
      for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) sum += data[(y + dy) * width + x + dx]!;
      blurred[y * width + x] = Math.max(0, Math.min(255, sum / 9 + 24 * (random() - 0.5)));
    }
  return { data: blurred, width, height };
}

function score(row: Row, portraits: readonly PortraitReading[], drawn: Box, ms: number): void {
  const [main] = portraits;
  const overlap = main ? overlapOf(boxOf(main), drawn) : 0;
  row.asked++;
  row.ms.push(ms);
  if (overlap < 0.5) return;
  row.found++;
  row.overlaps.push(overlap);
}
