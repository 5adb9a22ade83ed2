/**
 * Whether the reader has become worse or slower, in half a minute: `node bench/smoke.ts [--write]`.
 *
 * Reads the drawn pictures of bench/smoke/pictures (ordinary ones, ones near the edge of what can
 * be read, ones without a zone) and compares with bench/baseline/smoke.json. Time is processor time
 * in units of one run of the detector on a fixed plane, taken in turns with the pictures: a
 * baseline of one machine then serves on others, and what else a machine does weighs little.
 * `--write` makes the figures the baseline. The pictures are drawn by `training/make_bench_set.py
 * --kind smoke --count 16 --seed 7301`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPictureDecoder, createScratch, loadModels, readPicture } from '@ocr-web/reader-node/in-process';
import { loadPictures } from './reader/load-pictures.ts';
import { type Measured, measurePicture } from './reader/measure-pictures.ts';
import { compareSmoke, type SmokeReport, summariseSmoke } from './smoke/compare-smoke.ts';
import { measureReference } from './smoke/measure-reference.ts';

const folder = join(import.meta.dirname, 'smoke/pictures');
const baselineFile = join(import.meta.dirname, 'baseline/smoke.json');
const rounds = 5;

const pictures = loadPictures(folder, join(folder, 'labels.json'));
const models = await loadModels();
const tools = { decodePicture: createPictureDecoder({ maxPixels: 100_000_000 }), models, scratch: createScratch() };
const read = (bytes: Uint8Array) => readPicture(bytes, tools, { today: '2026-11-23' });

const best = new Map<string, Measured>();
let unit = Number.POSITIVE_INFINITY;
// The first round pays for compiling. Of the others the fastest counts: in the rest something else
// ran as well.
for (let round = 0; round <= rounds; round++) {
  for (const picture of pictures) {
    const measured = await measurePicture(picture, read);
    unit = Math.min(unit, await measureReference(models.detector));
    const known = best.get(picture.file);
    if (known === undefined || measured.cpu_ms < known.cpu_ms) best.set(picture.file, measured);
  }
}

const report = summariseSmoke([...best.values()], unit);
const { exact, sure, wrong, units } = report;
process.stdout.write(`${exact} of ${report.positives} pictures right, ${sure} sure, ${wrong.length} sure and wrong or no zone, yet sure\n`);
process.stdout.write(`${units.toFixed(2)} units of processor time a picture; a unit took ${unit.toFixed(1)} ms\n`);
if (process.argv.includes('--write')) {
  writeFileSync(baselineFile, `${JSON.stringify(report, null, 2)}\n`);
} else {
  const complaints = compareSmoke(report, JSON.parse(readFileSync(baselineFile, 'utf8')) as SmokeReport);
  for (const complaint of complaints) process.stdout.write(`worse than the baseline: ${complaint}\n`);
  process.exitCode = complaints.length > 0 ? 1 : 0;
}
