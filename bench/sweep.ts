/**
 * Where reading breaks down: `node bench/sweep.ts [SET…] [--write]`, by default all sets in
 * bench/sets.
 *
 * A set is a folder of pictures with `labels.json` that training/make_bench_set.py drew: one
 * condition varied (bench/sweep/sweep-titles.ts says which there are), the normal band, or pictures
 * without a zone. The reader runs in this process. Prints a table for each set. `--write` puts the
 * sets measured into bench/baseline/sweep.json and draws docs/benchmarks.md and its plots from all
 * sets that stand there. Fails when a picture without a zone was read for sure.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createPictureDecoder, createScratch, loadModels } from '@ocr-web/reader-node/in-process';
import { describeMachine } from './page/describe-machine.ts';
import { mergeBaseline } from './page/merge-baseline.ts';
import { measureSet, type SetResult } from './sweep/measure-set.ts';
import { renderSet } from './sweep/render-set.ts';
import { writeBenchmarksPage } from './sweep/write-benchmarks-page.ts';

const { values: options, positionals } = parseArgs({ allowPositionals: true, options: { write: { type: 'boolean', default: false } } });
const folders = positionals.length > 0 ? positionals : setsIn(join(import.meta.dirname, 'sets'));
if (folders.length === 0) throw new Error('There is no set. Draw one in training/: .venv/bin/python make_bench_set.py --help');

const tools = { decodePicture: createPictureDecoder({ maxPixels: 100_000_000 }), models: await loadModels(), scratch: createScratch() };
const measuredOn = { date: new Date().toISOString().slice(0, 10), machine: describeMachine() };
const results: SetResult[] = [];
for (const folder of folders) {
  const result = await measureSet(folder, tools, measuredOn);
  process.stdout.write(`${renderSet(result)}\n\n`);
  results.push(result);
}
if (options.write) {
  mergeBaseline(join(import.meta.dirname, 'baseline/sweep.json'), results);
  writeBenchmarksPage();
}
if (results.some(({ rows }) => rows.some(({ ghosts }) => ghosts > 0))) {
  process.stdout.write('A picture without a zone was read for sure.\n');
  process.exitCode = 1;
}

function setsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const sets = readdirSync(folder).map((name) => join(folder, name));
  return sets.filter((set) => existsSync(join(set, 'labels.json')));
}
