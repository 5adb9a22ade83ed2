/**
 * What it costs to hold a reader: `node scripts/measure-confinement.ts [--starts 15] [--rounds
 * 15]`. Starts a reader in each way in turn and has it read the files of the tests, so that
 * whatever else the machine does falls on all alike. Prints the median time to be ready and to read
 * a file, the most files that a reader had open, and what checking the models takes of a start.
 * Linux only.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { FileAccess } from '../packages/reader-node/src/confine/file-access.ts';
import { findLauncher, type Launcher, plainLauncher } from '../packages/reader-node/src/confine/find-launcher.ts';
import { readerProgramFolders } from '../packages/reader-node/src/confine/program-folders.ts';
import type { ReaderAnswer, ReaderRequest, ReaderSettings } from '../packages/reader-node/src/pool/reader-request.ts';
import { startChild } from '../packages/reader-node/src/pool/start-child.ts';
import { shippedModels } from '../packages/reader-node/src/runtime/read-model-manifest.ts';

const { values } = parseArgs({ options: { starts: { type: 'string', default: '15' }, rounds: { type: 'string', default: '15' } } });
const nodeFolder = join(import.meta.dirname, '../packages/reader-node');
const fixtures = join(nodeFolder, 'test/fixtures');
const files = readdirSync(fixtures).filter((name) => /\.(jpg|png|webp|gif|bmp|tiff|heic|avif|pdf)$/.test(name));
const cache = mkdtempSync(join(tmpdir(), 'ocr-web-compiled-'));
const caches = [pathToFileURL(cache)];
const access: FileAccess = { read: [...readerProgramFolders(), shippedModels, ...caches], write: caches };
const launcher = await findLauncher();
const limitsOnly: Launcher = { ...launcher, execArgv: [...launcher.execArgv.slice(0, 2), process.execPath] };
const settings: ReaderSettings = { maxPixels: 100_000_000, maxPages: 20, models: shippedModels.href, runtime: 'auto', deadlineMs: 20_000 };
const limits = { deadlineMs: 20_000, memoryLimitMib: 1024, startDeadlineMs: 60_000 };

type Way = { readonly access: FileAccess | undefined; readonly launcher: Launcher };
const ways: Readonly<Record<string, Way>> = {
  'as it is': { access: undefined, launcher: plainLauncher },
  'permissions of Node': { access, launcher: plainLauncher },
  'and limits of the system': { access, launcher: limitsOnly },
  ...(launcher.execArgv.includes('--net') && { 'and no network': { access, launcher } }),
};

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
const start = ({ access: files, launcher: how }: Way) =>
  startChild<ReaderRequest, ReaderAnswer>(
    { entry: pathToFileURL(join(nodeFolder, 'src/pool/reader-child.ts')), settings, compileCache: cache, access: files, launcher: how },
    limits,
  );

const starts = new Map(Object.keys(ways).map((name) => [name, [] as number[]]));
for (let round = 0; round <= Number(values.starts); round++) {
  for (const [name, way] of Object.entries(ways)) {
    const startedAt = performance.now();
    const child = await start(way);
    // The first round compiles the program.
    if (round > 0) starts.get(name)?.push(performance.now() - startedAt);
    await child.kill('closed', () => undefined);
  }
}

const reads = new Map(Object.keys(ways).map((name) => [name, [] as number[]]));
const children = await Promise.all(Object.entries(ways).map(async ([name, way]) => ({ name, child: await start(way) })));
let mostOpen = 0;
for (let round = 0; round <= Number(values.rounds); round++) {
  for (const file of files) {
    const bytes = new Uint8Array(readFileSync(join(fixtures, file)));
    for (const { name, child } of children) {
      const startedAt = performance.now();
      await child.request({ bytes }, undefined);
      if (round > 0) reads.get(name)?.push(performance.now() - startedAt);
    }
  }
}
for (const pid of readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ')) {
  mostOpen = Math.max(mostOpen, readdirSync(`/proc/${pid}/fd`).length);
}
await Promise.all(children.map(({ child }) => child.kill('closed', () => undefined)));
rmSync(cache, { recursive: true });

const rows = Object.keys(ways).map((name) => [
  name,
  { 'ready, ms': Math.round(median(starts.get(name) ?? [])), 'a file, ms': Number(median(reads.get(name) ?? []).toFixed(1)) },
]);
console.table(Object.fromEntries(rows));
console.log(`files open at the end: ${mostOpen}`);

const models = readdirSync(shippedModels).map((name) => readFileSync(new URL(name, shippedModels)));
const hashing = Array.from({ length: 21 }, () => {
  const startedAt = performance.now();
  for (const bytes of models) createHash('sha256').update(bytes).digest();
  return performance.now() - startedAt;
});
const mib = models.reduce((sum, { length }) => sum + length, 0) / 2 ** 20;
console.log(`SHA-256 of the models (${mib.toFixed(1)} MiB): ${median(hashing).toFixed(1)} ms of every start`);
