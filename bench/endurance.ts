/**
 * Whether memory and time grow: `node bench/endurance.ts [--pictures N] [FOLDER…]`.
 *
 * One process reads N pictures (20,000 unless said otherwise), going round the labelled sets given (bench/sets/normal and bench/sets/negatives). Prints resident memory, processor time a
 * picture and what was sure but wrong for each twentieth of the run. Fails when the last quarter needs more than a tenth more memory or time than the second,
 * or when anything that has no zone was read for sure.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createPictureDecoder, createScratch, loadModels } from '../packages/reader/src/in-process.ts';
import { renderTable } from './page/render-table.ts';
import { measurePictures } from './reader/measure-pictures.ts';
import { summarise } from './reader/summarise.ts';
import type { SetLabel } from './sweep/set-label.ts';

const { values: options, positionals } = parseArgs({ allowPositionals: true, options: { pictures: { type: 'string', default: '20000' } } });
const folders = positionals.length > 0 ? positionals : ['normal', 'negatives'].map((name) => join(import.meta.dirname, 'sets', name));
const total = Number(options.pictures);
const parts = 20;
const tolerated = 1.1;

const sets = folders.map((folder) => ({ folder, labels: JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8')) as SetLabel[] }));
const tools = { decodePicture: createPictureDecoder({ maxPixels: 100_000_000 }), models: await loadModels(), scratch: createScratch() };

const rows: { resident: number; cpu: number; exact: number; positives: number; sureAndWrong: number; ghosts: number }[] = [];
for (let part = 0; part < parts; part++) {
  const from = Math.round((part * total) / parts);
  const end = Math.round(((part + 1) * total) / parts);
  const measured = [];
  for (let index = from; index < end; index++) {
    // The sets take turns; each is gone through again when it ends.
    const { folder, labels } = sets[index % sets.length] as (typeof sets)[number];
    const { file, mrz, format } = labels[Math.floor(index / sets.length) % labels.length] as SetLabel;
    measured.push(...(await measurePictures([{ file, mrz, format, bytes: readFileSync(join(folder, file)) }], tools, 1)));
  }
  const { exact, positives, sureAndWrong, ghosts } = summarise(measured);
  const cpu = measured.reduce((sum, { cpu_ms }) => sum + cpu_ms, 0) / measured.length;
  rows.push({ resident: process.memoryUsage.rss() / 2 ** 20, cpu, exact, positives, sureAndWrong, ghosts });
  process.stderr.write(`${end} of ${total}\r`);
}

const head = ['pictures', 'resident, MiB', 'processor ms a picture', 'right', 'sure and wrong', 'no zone, yet sure'];
const cells = rows.map((row, part) => [
  `${Math.round(((part + 1) * total) / parts)}`,
  row.resident.toFixed(0),
  row.cpu.toFixed(1),
  `${row.exact} of ${row.positives}`,
  `${row.sureAndWrong}`,
  `${row.ghosts}`,
]);
process.stdout.write(`${renderTable(head, cells)}\n`);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const quarter = (number: number) => rows.slice((number * parts) / 4, ((number + 1) * parts) / 4);
for (const measure of ['resident', 'cpu'] as const) {
  const [early, late] = [1, 3].map((number) => mean(quarter(number).map((row) => row[measure]))) as [number, number];
  if (late <= early * tolerated) continue;
  process.stdout.write(`${measure} grew from ${early.toFixed(1)} to ${late.toFixed(1)}\n`);
  process.exitCode = 1;
}
if (rows.some(({ ghosts }) => ghosts > 0)) process.exitCode = 1;
