/**
 * Whether memory and time grow: `node bench/endurance.ts [--pictures N] [--write] [FOLDER…]`.
 *
 * One reader process of a pool, which is not replaced meanwhile, reads N pictures (20,000 unless
 * said otherwise), going round the labelled sets given (bench/sets/normal and
 * bench/sets/negatives). Prints its resident memory, its processor time a picture (both from /proc,
 * so Linux only) and what was sure but wrong for each twentieth of the run. Fails when the last
 * quarter needs more than a tenth more memory or time than the second, or when anything that has no
 * zone was read for sure. `--write` makes the figures the baseline and draws docs/benchmarks.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openReaderPool } from '@ocr-web/reader-node';
import { describeMachine } from './page/describe-machine.ts';
import { measurePicture } from './reader/measure-pictures.ts';
import { summarise } from './reader/summarise.ts';
import { type Endurance, type EndurancePart, renderEnduranceTable } from './sweep/render-cost.ts';
import type { SetLabel } from './sweep/set-label.ts';
import { writeBenchmarksPage } from './sweep/write-benchmarks-page.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { pictures: { type: 'string', default: '20000' }, write: { type: 'boolean', default: false } },
});
const folders = positionals.length > 0 ? positionals : ['normal', 'negatives'].map((name) => join(import.meta.dirname, 'sets', name));
const total = Number(options.pictures);
const partCount = 20;
const tolerated = 1.1;

const sets = folders.map((folder) => ({ folder, labels: JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8')) as SetLabel[] }));
const pool = await openReaderPool({ size: 1, picturesPerChild: total + 1 });
const [child = ''] = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ');

const parts: EndurancePart[] = [];
for (let part = 0; part < partCount; part++) {
  const from = Math.round((part * total) / partCount);
  const end = Math.round(((part + 1) * total) / partCount);
  const measured = [];
  const cpuBefore = cpuOf(child);
  for (let index = from; index < end; index++) {
    // The sets take turns; each is gone through again when it ends.
    const { folder, labels } = sets[index % sets.length] as (typeof sets)[number];
    const { file, mrz, format } = labels[Math.floor(index / sets.length) % labels.length] as SetLabel;
    measured.push(await measurePicture({ file, mrz, format, bytes: readFileSync(join(folder, file)) }, pool.read));
  }
  const { exact, positives, sureAndWrong, ghosts } = summarise(measured);
  const cpu_ms = (cpuOf(child) - cpuBefore) / measured.length;
  parts.push({ pictures: end, resident_mib: residentOf(child), cpu_ms, exact, positives, sureAndWrong, ghosts });
  process.stderr.write(`${end} of ${total}\r`);
}

await pool.close();

process.stdout.write(`${renderEnduranceTable(parts)}\n`);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const quarter = (number: number) => parts.slice((number * partCount) / 4, ((number + 1) * partCount) / 4);
for (const measure of ['resident_mib', 'cpu_ms'] as const) {
  const [early, late] = [1, 3].map((number) => mean(quarter(number).map((part) => part[measure]))) as [number, number];
  if (late <= early * tolerated) continue;
  process.stdout.write(`${measure} grew from ${early.toFixed(1)} to ${late.toFixed(1)}\n`);
  process.exitCode = 1;
}
if (parts.some(({ ghosts }) => ghosts > 0)) process.exitCode = 1;
if (options.write) {
  const endurance: Endurance = { machine: describeMachine(), parts };
  writeFileSync(join(import.meta.dirname, 'baseline/endurance.json'), `${JSON.stringify(endurance, null, 2)}\n`);
  writeBenchmarksPage();
}

/** MiB; VmRSS of proc(5). */
function residentOf(pid: string): number {
  return Number(/^VmRSS:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}

/** Milliseconds of processor time so far; utime and stime of proc(5), in hundredths of a second. */
function cpuOf(pid: string): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return 10 * (Number(fields[11]) + Number(fields[12]));
}
