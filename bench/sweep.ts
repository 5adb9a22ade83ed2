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
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createPictureDecoder, createScratch, loadModels } from '@ocr-web/reader-node/in-process';
import { describeMachine } from './page/describe-machine.ts';
import { drawSweep } from './sweep/draw-sweep.ts';
import { measureSet, type SetResult } from './sweep/measure-set.ts';
import { renderBenchmarksPage } from './sweep/render-benchmarks-page.ts';
import type { Calibration } from './sweep/render-calibration.ts';
import { renderSet } from './sweep/render-set.ts';
import { sweepTitles } from './sweep/sweep-titles.ts';

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
if (options.write) write(results);
if (results.some(({ rows }) => rows.some(({ ghosts }) => ghosts > 0))) {
  process.stdout.write('A picture without a zone was read for sure.\n');
  process.exitCode = 1;
}

function setsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const sets = readdirSync(folder).map((name) => join(folder, name));
  return sets.filter((set) => existsSync(join(set, 'labels.json')));
}

function write(fresh: readonly SetResult[]): void {
  const baselineFile = join(import.meta.dirname, 'baseline/sweep.json');
  const calibrationFile = join(import.meta.dirname, 'baseline/calibration.json');
  const docs = join(import.meta.dirname, '../docs');
  const former = existsSync(baselineFile) ? (JSON.parse(readFileSync(baselineFile, 'utf8')) as SetResult[]) : [];
  const all = [...former.filter(({ name }) => !fresh.some((set) => set.name === name)), ...fresh];
  all.sort((a, b) => a.name.localeCompare(b.name));
  writeFileSync(baselineFile, `${JSON.stringify(all, null, 2)}\n`);
  mkdirSync(join(docs, 'images'), { recursive: true });
  for (const set of all.filter(({ name }) => name in sweepTitles))
    writeFileSync(join(docs, `images/sweep-${set.name}.svg`), drawSweep(set));
  const calibration = existsSync(calibrationFile) ? (JSON.parse(readFileSync(calibrationFile, 'utf8')) as Calibration) : undefined;
  writeFileSync(join(docs, 'benchmarks.md'), renderBenchmarksPage(all, calibration));
}
