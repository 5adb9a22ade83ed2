/**
 * How often something else is answered as a zone, and how many zones that costs: `node
 * bench/false-zones.ts [SET…] [--photographs] [--cache FOLDER] [--write]`.
 *
 * A set is a folder of pictures with `labels.json` that training/make_bench_set.py drew; by default
 * all in bench/sets. `--photographs` adds those of Debian's wallpaper packages and of
 * python3-skimage, which it downloads with `apt-get download` and unpacks into the cache folder.
 * Prints, for each kind of picture and several limits of the rule, how many pictures have at least
 * one zone answered. `--write` puts the sets measured into
 * bench/baseline/false-zones.json and into docs/benchmarks.md.
 */
import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createPictureDecoder, createScratch, loadModels } from '@ocr-web/reader-node/in-process';
import { fetchPhotographs } from './false-zones/fetch-photographs.ts';
import { labelledFiles } from './false-zones/labelled-files.ts';
import { measureAnswers, type SetAnswers } from './false-zones/measure-answers.ts';
import { renderAnswers } from './false-zones/render-answers.ts';
import { describeMachine } from './page/describe-machine.ts';
import { mergeBaseline } from './page/merge-baseline.ts';
import { writeBenchmarksPage } from './sweep/write-benchmarks-page.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    photographs: { type: 'boolean', default: false },
    cache: { type: 'string', default: join(homedir(), '.cache/ocr-web-bench') },
    write: { type: 'boolean', default: false },
  },
});
const sets = join(import.meta.dirname, 'sets');
const folders = positionals.length > 0 || options.photographs ? positionals : readdirSync(sets).map((name) => join(sets, name));
const tools = { decodePicture: createPictureDecoder({ maxPixels: 100_000_000 }), models: await loadModels(), scratch: createScratch() };
const measuredOn = { date: new Date().toISOString().slice(0, 10), machine: describeMachine() };
const results: SetAnswers[] = [];
for (const folder of folders) results.push({ ...(await measureAnswers(labelledFiles(folder), tools)), ...measuredOn });
if (options.photographs) {
  const photographs = { name: 'photographs', files: fetchPhotographs(options.cache) };
  results.push({ ...(await measureAnswers(photographs, tools)), ...measuredOn });
}
process.stdout.write(`${renderAnswers(results)}\n`);
if (options.write) {
  mergeBaseline(join(import.meta.dirname, 'baseline/false-zones.json'), results);
  writeBenchmarksPage();
}
