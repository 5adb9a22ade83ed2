/**
 * How often the reader names the right fault of a picture: `node bench/hints.ts [--pictures FOLDER]
 * [--count N] [--misses] [--write]`.
 *
 * Takes pictures that read well from a set (training/make_bench_set.py draws them), spoils each by
 * one degree of every fault after the other, and reads them again. Of those that are then no longer
 * well read it counts how many get the expected hint, another one or none; and of the good ones and
 * of pictures without a zone which hints they get. Prints a table and fails when it is worse than
 * bench/baseline/hints.json; `--write` makes it the baseline.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createPictureDecoder, createScratch, loadModels } from '@ocr-web/reader-node/in-process';
import { compareHints } from './hints/compare-hints.ts';
import type { HintRow } from './hints/hint-row.ts';
import { measureFaults } from './hints/measure-faults.ts';
import { measureGood, measureOtherSides } from './hints/measure-unspoilt.ts';
import { renderHints } from './hints/render-hints.ts';
import { loadPictures } from './reader/load-pictures.ts';

const sets = join(import.meta.dirname, 'sets');
const { values: options } = parseArgs({
  options: {
    pictures: { type: 'string', default: join(sets, 'normal') },
    negatives: { type: 'string', default: join(sets, 'negatives') },
    count: { type: 'string', default: '60' },
    misses: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const baselineFile = join(import.meta.dirname, 'baseline/hints.json');
const count = Number(options.count);
const decodePicture = createPictureDecoder({ maxPixels: 100_000_000, maxPages: 1 });
const tools = { decodePicture, models: await loadModels(), scratch: createScratch() };
const positives = loadPictures(options.pictures, join(options.pictures, 'labels.json')).slice(0, count);
const negatives = loadPictures(options.negatives, join(options.negatives, 'labels.json')).slice(0, 2 * count);

const report = options.misses ? (text: string) => void process.stderr.write(`${text}\n`) : () => undefined;
const rows: HintRow[] = [
  await measureGood(positives, tools, report),
  await measureOtherSides(negatives, tools, report),
  ...(await measureFaults(positives, tools, report)),
];
process.stdout.write(`${renderHints(rows)}\n`);
if (options.write) {
  writeFileSync(baselineFile, `${JSON.stringify(rows, null, 2)}\n`);
} else {
  const complaints = compareHints(rows, JSON.parse(readFileSync(baselineFile, 'utf8')) as HintRow[]);
  for (const complaint of complaints) process.stdout.write(`worse than the baseline: ${complaint}\n`);
  process.exitCode = complaints.length > 0 ? 1 : 0;
}
