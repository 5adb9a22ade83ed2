/**
 * Whether the reader has become worse or slower, in half a minute: `node bench/smoke.ts [--write]`.
 *
 * Reads the drawn pictures of bench/smoke/pictures (ordinary ones, ones near the edge of what can
 * be read, ones without a zone) and compares with bench/baseline/smoke.json. Time is processor
 * time, that of the networks in units of one run of the detector on a fixed plane, all other in
 * units of a piece of script, both taken in turns with the pictures: processors differ in how much
 * faster they compute networks than script, so a baseline of one machine serves on others only this
 * way. `--write` makes the figures the baseline. The pictures are drawn by
 * `training/make_bench_set.py --kind smoke --count 16 --seed 7301`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPictureDecoder, createScratch, loadModels, readPicture } from '@ocr-web/reader-node/in-process';
import { loadPictures } from './reader/load-pictures.ts';
import { measurePicture } from './reader/measure-pictures.ts';
import { compareSmoke, type SmokeMeasured, type SmokeReport, summariseSmoke } from './smoke/compare-smoke.ts';
import { countNetworkTime } from './smoke/count-network-time.ts';
import { measureReference } from './smoke/measure-reference.ts';
import { measureScript } from './smoke/measure-script.ts';

const folder = join(import.meta.dirname, 'smoke/pictures');
const baselineFile = join(import.meta.dirname, 'baseline/smoke.json');
const rounds = 5;

const pictures = loadPictures(folder, join(folder, 'labels.json'));
const loaded = await loadModels();
const { models, take } = countNetworkTime(loaded);
const tools = { decodePicture: createPictureDecoder({ maxPixels: 100_000_000 }), models, scratch: createScratch() };
const read = (bytes: Uint8Array) => readPicture(bytes, tools, { today: '2026-11-23' });

const best = new Map<string, SmokeMeasured>();
const units = { network: Number.POSITIVE_INFINITY, script: Number.POSITIVE_INFINITY };
// The first round pays for compiling. Of the others the fastest counts: in the rest something else
// ran as well.
for (let round = 0; round <= rounds; round++) {
  for (const picture of pictures) {
    take();
    const measured = { ...(await measurePicture(picture, read)), network_ms: take() };
    units.network = Math.min(units.network, await measureReference(loaded.detector));
    units.script = Math.min(units.script, measureScript());
    const known = best.get(picture.file);
    if (known === undefined || measured.cpu_ms < known.cpu_ms) best.set(picture.file, measured);
  }
}

const report = summariseSmoke([...best.values()], units);
const { exact, sure, wrong, networkUnits, scriptUnits } = report;
process.stdout.write(`${exact} of ${report.positives} pictures right, ${sure} sure, ${wrong.length} sure and wrong or no zone, yet sure\n`);
process.stdout.write(`a picture takes ${networkUnits.toFixed(2)} units of networks (${units.network.toFixed(1)} ms each)`);
process.stdout.write(` and ${scriptUnits.toFixed(2)} of script (${units.script.toFixed(1)} ms each)\n`);
if (process.argv.includes('--write')) {
  writeFileSync(baselineFile, `${JSON.stringify(report, null, 2)}\n`);
} else {
  const complaints = compareSmoke(report, JSON.parse(readFileSync(baselineFile, 'utf8')) as SmokeReport);
  for (const complaint of complaints) process.stdout.write(`worse than the baseline: ${complaint}\n`);
  process.exitCode = complaints.length > 0 ? 1 : 0;
}
