/**
 * How much of a set of pictures the reader gets right, and in what time: `node bench/reader.ts
 * [--pictures FOLDER] [--labels FILE] [--repeat N] [--misses] [--write]`.
 *
 * The set is drawn by the training's generator, which names the command when it is missing. One
 * process, one thread, pictures in memory, decoding included; beside the wall clock stands
 * processor time, so that a busy machine does not count against the reader. Prints a table, writes
 * bench/results/reader.json and fails when it is worse than bench/baseline/reader.json. `--write`
 * makes it the baseline.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createPictureDecoder, createScratch, loadModels } from '@ocr-web/reader-node/in-process';
import { compareWithBaseline } from './reader/compare-with-baseline.ts';
import { loadPictures } from './reader/load-pictures.ts';
import { measurePictures } from './reader/measure-pictures.ts';
import { printSummary } from './reader/print-summary.ts';
import { type ReaderSummary, summarise } from './reader/summarise.ts';

const { values: options } = parseArgs({
  options: {
    pictures: { type: 'string', default: join(import.meta.dirname, 'sets/normal') },
    labels: { type: 'string' },
    repeat: { type: 'string', default: '1' },
    misses: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const baselineFile = join(import.meta.dirname, 'baseline/reader.json');
const resultsFolder = join(import.meta.dirname, 'results');
const maxPixels = 100_000_000;

const pictures = loadPictures(options.pictures, options.labels ?? join(options.pictures, 'labels.json'));
const tools = { decodePicture: createPictureDecoder({ maxPixels }), models: await loadModels(), scratch: createScratch() };
// The first pictures pay for compiling; they are read again and counted then.
await measurePictures(pictures.slice(0, 5), tools, 1);
const measured = await measurePictures(pictures, tools, Number(options.repeat));
const summary = summarise(measured);

printSummary(summary, options.misses ? measured : []);
mkdirSync(resultsFolder, { recursive: true });
const report = `${JSON.stringify({ node: process.version, summary, measured }, null, 1)}\n`;
writeFileSync(join(resultsFolder, 'reader.json'), report);
if (options.write) {
  writeFileSync(baselineFile, `${JSON.stringify({ node: process.version, summary }, null, 2)}\n`);
} else if (options.labels === undefined && options.pictures.endsWith('sets/normal')) {
  const { summary: baseline } = JSON.parse(readFileSync(baselineFile, 'utf8')) as { summary: ReaderSummary };
  const complaints = compareWithBaseline(summary, baseline);
  for (const complaint of complaints) process.stdout.write(`worse than the baseline: ${complaint}\n`);
  process.exitCode = complaints.length > 0 ? 1 : 0;
}
