/**
 * How many pictures a second the pool reads: `node bench/throughput.ts [--readers N] [--seconds
 * N]`.
 *
 * JPEG pictures of 1280 x 720 pixels as a camera's stream has them, made in memory from the sets
 * `normal` and `negatives` in bench/sets (throughput/draw-kinds.ts). Each kind goes through one
 * pool, as many at a time as there are readers. Prints pictures a second and writes
 * bench/results/throughput.json; `--write` makes it the baseline
 * and draws docs/benchmarks.md.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openReaderPool, type ReaderPool } from '@ocr-web/reader-node';
import { describeMachine } from './page/describe-machine.ts';
import { renderTable } from './page/render-table.ts';
import type { Throughput } from './sweep/render-cost.ts';
import { writeBenchmarksPage } from './sweep/write-benchmarks-page.ts';
import { drawKinds } from './throughput/draw-kinds.ts';

const { values: options } = parseArgs({
  options: {
    readers: { type: 'string', default: String(availableParallelism()) },
    seconds: { type: 'string', default: '10' },
    write: { type: 'boolean', default: false },
  },
});
const size = Number(options.readers);
const pool = await openReaderPool({ size });
const results: Throughput['results'][number][] = [];
for (const { kind, pictures } of await drawKinds(join(import.meta.dirname, 'sets'))) {
  await measure(pool, pictures, 1);
  const { read, withZone, seconds } = await measure(pool, pictures, Number(options.seconds));
  results.push({ kind, perSecond: Math.round((10 * read) / seconds) / 10, zones: `${Math.round((100 * withZone) / read)} %` });
}
await pool.close();

const rows = results.map(({ kind, perSecond, zones }) => [kind, `${perSecond}`, zones]);
process.stdout.write(`${renderTable([`1280 x 720, ${size} readers`, 'pictures a second', 'with a zone found'], rows)}\n`);
process.stdout.write(`load of the machine: ${loadavg()[0]?.toFixed(1)}\n`);
const throughput: Throughput = { machine: describeMachine(), readers: size, results };
const report = `${JSON.stringify(throughput, null, 2)}\n`;
mkdirSync(join(import.meta.dirname, 'results'), { recursive: true });
writeFileSync(join(import.meta.dirname, 'results/throughput.json'), report);
if (options.write) {
  writeFileSync(join(import.meta.dirname, 'baseline/throughput.json'), report);
  writeBenchmarksPage();
}

/** Reads the pictures over and over until the time is up. */
async function measure({ read }: ReaderPool, pictures: readonly Buffer[], seconds: number) {
  const start = performance.now();
  const counts = { read: 0, withZone: 0 };
  let next = 0;
  const keepReading = async () => {
    while (performance.now() - start < seconds * 1000) {
      const { zones } = await read(pictures[next++ % pictures.length] as Buffer);
      counts.read++;
      if (zones.length > 0) counts.withZone++;
    }
  };
  await Promise.all(Array.from({ length: size }, keepReading));
  return { ...counts, seconds: (performance.now() - start) / 1000 };
}
