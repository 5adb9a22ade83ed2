/**
 * Has real readers read malformed files of every kind: `node scripts/fuzz/fuzz-decoders.ts [--count
 * 200] [--seed 1] [--kind jpeg] [--readers 1] [--write-findings FOLDER]`. `--count` is for each
 * kind. Each input is a drawn file with its structure or its data mutated; nineteen of twenty are
 * small. Prints a table; exits with 1 when a reader crashed, failed in an unforeseen way or got
 * stuck, when memory grew, or when a file was left behind. The same seed makes the same inputs.
 * Linux only.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openReaderPool } from '@ocr-web/reader-node';
import { createRandom } from '../../packages/reader/test/structures/random.ts';
import { type DecodedKind, decodedKinds } from './decoders/decoded-kinds.ts';
import { drawSpecimens, type Specimen } from './decoders/draw-specimens.ts';
import { feedPool, type Outcome } from './decoders/feed-pool.ts';
import { mutateFile } from './decoders/mutate-file.ts';
import { lookAtReaders } from './decoders/watch-readers.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    kind: { type: 'string' },
    readers: { type: 'string', default: '1' },
    'write-findings': { type: 'string' },
  },
});
const [count, firstSeed, size] = [Number(values.count), Number(values.seed), Number(values.readers)];
const kinds = (Object.keys(decodedKinds) as DecodedKind[]).filter((kind) => values.kind === undefined || values.kind === kind);
if (kinds.length === 0 || ![count, firstSeed, size].every((value) => Number.isSafeInteger(value) && value > 0)) {
  console.error(`--count, --seed and --readers take whole numbers, --kind one of ${Object.keys(decodedKinds).join(', ')}`);
  process.exit(2);
}

const deadlineMs = 10_000;
const memoryLimitMib = 1024;
/** MiB by which a reader may be larger after its last input than after a tenth of them. */
const toleratedMib = 150;
const findings: readonly Outcome[] = ['crashed', 'unforeseen', 'stuck'];

const { small, documents } = await drawSpecimens();
const leftBefore = new Set(readdirSync(tmpdir()));
const pool = await openReaderPool({ size, deadlineMs, memoryLimitMib, maxPixels: 25_000_000, picturesPerChild: Number.MAX_SAFE_INTEGER });

type Row = Record<Outcome, number> & { inputs: number; 'slowest, ms': number; 'peak, MiB': number };
const rows: Record<string, Row> = {};
const startedAt = performance.now();
let failed = 0;
let settledMib = 0;
let done = 0;

for (const kind of kinds) {
  rows[kind] = {
    inputs: 0,
    read: 0,
    refused: 0,
    'too late': 0,
    'too much memory': 0,
    crashed: 0,
    unforeseen: 0,
    stuck: 0,
    'slowest, ms': 0,
    'peak, MiB': 0,
  };
}
// Kinds take turns, so that a reader has met every decoder when its memory is looked at first.
const waiting = Array.from({ length: count }, (_, index) => kinds.map((kind) => ({ kind, seed: firstSeed + index }))).flat();
let next = 0;
const feedWaiting = async () => {
  for (let input = waiting[next++]; input !== undefined; input = waiting[next++]) await feedOne(input.kind, input.seed, rows[input.kind]!);
};
await Promise.all(Array.from({ length: size }, feedWaiting));

async function feedOne(kind: DecodedKind, seed: number, row: Row): Promise<void> {
  const random = createRandom(seed);
  const ofKind = (specimens: readonly Specimen[]) => specimens.filter((specimen) => specimen.kind === kind);
  const [few, many] = [ofKind(small), ofKind(documents)];
  const bytes = mutateFile(random.pick(few.length === 0 || random.below(20) === 0 ? many : few), random);
  const { outcome, milliseconds, detail } = await feedPool(pool, bytes, deadlineMs + 30_000);
  const { residentMib, peakMib } = lookAtReaders();
  done += 1;
  if (done === Math.ceil((count * kinds.length) / 10)) settledMib = residentMib;
  row.inputs += 1;
  row[outcome] += 1;
  row['slowest, ms'] = Math.max(row['slowest, ms'], Math.round(milliseconds));
  row['peak, MiB'] = Math.max(row['peak, MiB'], Math.round(peakMib));
  if (outcome === 'too late' || outcome === 'too much memory' || findings.includes(outcome))
    report(kind, seed, bytes, `${outcome}: ${detail}`);
  if (findings.includes(outcome)) failed += 1;
}

function report(kind: DecodedKind, seed: number, bytes: Buffer, what: string): void {
  console.error(`--kind ${kind} --seed ${seed} --count 1 (${bytes.length} bytes): ${what}`);
  if (values['write-findings'] === undefined) return;
  mkdirSync(values['write-findings'], { recursive: true });
  writeFileSync(join(values['write-findings'], `${kind}-${seed}`), bytes);
}

const { residentMib, openFiles } = lookAtReaders();
const ends = Object.fromEntries(pool.ends);
await pool.close();
const left = readdirSync(tmpdir()).filter((name) => !leftBefore.has(name) && /vips|pdfium|heif|onnx/i.test(name));
const sum = (name: Outcome | 'inputs') => Object.values(rows).reduce((total, row) => total + row[name], 0);
console.table(rows);
console.log(
  `${sum('inputs')} inputs in ${Math.round((performance.now() - startedAt) / 1000)} s: ${sum('read')} read, ${sum('refused')} refused,`,
);
console.log(
  `${sum('too late')} too late, ${sum('too much memory')} with too much memory, ${failed} findings; readers that ended: ${JSON.stringify(ends)}`,
);
console.log(
  `a reader: ${settledMib.toFixed(0)} MiB after a tenth, ${residentMib.toFixed(0)} MiB at the end, ${openFiles} files open, ${left.length} left behind`,
);
const hasGrown = residentMib > settledMib + toleratedMib;
if (hasGrown) console.error(`a reader grew by ${(residentMib - settledMib).toFixed(0)} MiB`);
process.exitCode = failed === 0 && !hasGrown && left.length === 0 ? 0 : 1;
