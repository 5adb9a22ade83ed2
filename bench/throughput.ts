/**
 * How many pictures a second the pool reads: `node bench/throughput.ts [--readers N] [--seconds
 * N]`.
 *
 * JPEG pictures of 1280 x 720 pixels as a camera's stream has them, made in memory from the sets
 * that training/make_bench_set.py draws: bench/sets/normal laid into the frame, and
 * bench/sets/negatives, those whose print comes near to a zone by themselves: they are looked at
 * more than once. Each kind goes through one pool, as many at a time as there are readers. Prints
 * pictures a second and writes bench/results/throughput.json; `--write` makes it the baseline.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openReaderPool, type ReaderPool } from '@ocr-web/reader-node';
import sharp from 'sharp';
import { describeMachine } from './page/describe-machine.ts';
import { renderTable } from './page/render-table.ts';
import type { SetLabel } from './sweep/set-label.ts';

const { values: options } = parseArgs({
  options: {
    readers: { type: 'string', default: String(availableParallelism()) },
    seconds: { type: 'string', default: '10' },
    write: { type: 'boolean', default: false },
  },
});
const kinds = [
  { kind: 'with a zone', set: 'normal', holds: () => true },
  { kind: 'without one', set: 'negatives', holds: (difficulty: string) => difficulty === 'pages and textures' },
  { kind: 'slips, listings, tickets, letters', set: 'negatives', holds: (difficulty: string) => difficulty !== 'pages and textures' },
];
const frame = { width: 1280, height: 720 };
const picturesOfAKind = 60;

const size = Number(options.readers);
const pool = await openReaderPool({ size });
const results: { kind: string; perSecond: number; zones: string }[] = [];
for (const { kind, set, holds } of kinds) {
  const pictures = await drawFrames(join(import.meta.dirname, 'sets', set), holds);
  await measure(pool, pictures, 1);
  const { read, withZone, seconds } = await measure(pool, pictures, Number(options.seconds));
  results.push({ kind, perSecond: Math.round((10 * read) / seconds) / 10, zones: `${Math.round((100 * withZone) / read)} %` });
}
await pool.close();

const rows = results.map(({ kind, perSecond, zones }) => [kind, `${perSecond}`, zones]);
process.stdout.write(`${renderTable([`1280 x 720, ${size} readers`, 'pictures a second', 'with a zone found'], rows)}\n`);
process.stdout.write(`load of the machine: ${loadavg()[0]?.toFixed(1)}\n`);
const report = `${JSON.stringify({ machine: describeMachine(), readers: size, results }, null, 2)}\n`;
mkdirSync(join(import.meta.dirname, 'results'), { recursive: true });
writeFileSync(join(import.meta.dirname, 'results/throughput.json'), report);
if (options.write) writeFileSync(join(import.meta.dirname, 'baseline/throughput.json'), report);

function drawFrames(folder: string, holds: (difficulty: string) => boolean): Promise<Buffer[]> {
  const labels = JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8')) as SetLabel[];
  const wanted = labels.filter(({ difficulty }) => holds(difficulty));
  if (wanted.length === 0)
    throw new Error(`${folder} lacks one kind of pictures. Draw the set anew in training/: .venv/bin/python make_bench_set.py --help`);
  return Promise.all(
    wanted.slice(0, picturesOfAKind).map(({ file }) =>
      sharp(join(folder, file))
        .resize({ ...frame, fit: 'contain', background: '#808080' })
        .jpeg({ quality: 85 })
        .toBuffer(),
    ),
  );
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
