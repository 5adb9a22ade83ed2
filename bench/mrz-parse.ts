/**
 * How many documents a second `parseMrz` reads and proves on one core: `node bench/mrz-parse.ts
 * [--write]`. Counted in processor time of this process, in short rounds of which the best counts,
 * so that other work on the machine weighs little; the wall clock of that round is printed beside
 * it. `--write` makes the result the baseline; without it the run fails when a format takes twice
 * as long as in the baseline.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formats, generateMrz, parseMrz } from '@ocr-web/mrz';
import { mulberry32 } from '../packages/mrz/test/properties.contract.ts';

interface Result {
  readonly name: string;
  /** Documents a second of processor time and of wall clock. */
  readonly perCpuSecond: number;
  readonly perWallSecond: number;
}

const today = '2026-11-23';
const documentsOfEach = 200;
const rounds = 200;
const baselineFile = join(import.meta.dirname, 'baseline/mrz-parse.json');

function measure(name: string, documents: readonly (readonly string[])[]): Result {
  const repeats = Math.ceil(1000 / documents.length);
  let best: Result = { name, perCpuSecond: 0, perWallSecond: 0 };
  for (let round = 0; round < rounds; round++) {
    const startCpu = process.cpuUsage();
    const start = performance.now();
    for (let repeat = 0; repeat < repeats; repeat++) for (const lines of documents) parseMrz(lines, { today });
    const { user, system } = process.cpuUsage(startCpu);
    const perCpuSecond = Math.round((1e6 * repeats * documents.length) / (user + system));
    const perWallSecond = Math.round((1e3 * repeats * documents.length) / (performance.now() - start));
    if (perCpuSecond > best.perCpuSecond) best = { name, perCpuSecond, perWallSecond };
  }
  return best;
}

const sets = formats.map((format) => {
  const documents = Array.from({ length: documentsOfEach }, (_, seed) => generateMrz(format, mulberry32(seed)).lines);
  return [format.name, documents] as const;
});
const specimenFolder = join(import.meta.dirname, '../packages/mrz/specimens');
const specimens = readdirSync(specimenFolder).map((name) =>
  readFileSync(join(specimenFolder, name, 'lines.txt'), 'utf8')
    .trim()
    .split('\n')
    .slice(1),
);
const all = sets.flatMap(([, documents]) => documents);
measure('warm-up', all);
const results = [
  measure('all formats', all),
  measure('specimens', specimens),
  ...sets.map(([name, documents]) => measure(name, documents)),
];

process.stdout.write('format         documents/s (cpu)   documents/s (wall)\n');
for (const { name, perCpuSecond, perWallSecond } of results) {
  process.stdout.write(`${name.padEnd(14)} ${`${perCpuSecond}`.padStart(17)} ${`${perWallSecond}`.padStart(20)}\n`);
}
if (process.argv.includes('--write')) {
  writeFileSync(baselineFile, `${JSON.stringify({ node: process.version, results }, null, 2)}\n`);
} else {
  const baseline = JSON.parse(readFileSync(baselineFile, 'utf8')) as { results: readonly Result[] };
  const slower = results.filter((result) => {
    const before = baseline.results.find(({ name }) => name === result.name);
    return before !== undefined && result.perCpuSecond < before.perCpuSecond / 2;
  });
  for (const { name } of slower) process.stdout.write(`${name}: less than half of the baseline\n`);
  process.exitCode = slower.length > 0 ? 1 : 0;
}
