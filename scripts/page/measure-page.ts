/**
 * Prints what the built page loads and how large it is, and fails above the budget: `node
 * scripts/page/measure-page.ts`. With `--write` it also writes the table to
 * docs/generated/page-sizes.md; with `--check` it fails where that differs in what is loaded.
 */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listLoadedFiles } from './list-loaded-files.ts';
import { renderSizeTable } from './render-size-table.ts';

const root = join(import.meta.dirname, '../..');
const dist = join(root, 'apps/web/dist');
const tablePath = join(root, 'docs/generated/page-sizes.md');

/** First load of `/` without the engine and its models, bytes of Brotli. */
const maxFirstLoad = 60_000;
/** Kernels and networks of the zone, which are loaded with the first picture, bytes of Brotli. */
const maxEngine = 1_000_000;

const files = listLoadedFiles(dist).map((file) => ({ ...file, bytes: statSync(join(dist, file.path)).size, sent: sentBytes(file.path) }));
const firstLoad = files.filter(({ when }) => when === 'first load').reduce((sum, { sent }) => sum + sent, 0);
const engine = engineBytes();
const table = renderSizeTable(files, { firstLoad, maxFirstLoad, engine, maxEngine });
console.log(table);

if (process.argv.includes('--write')) writeFileSync(tablePath, table);
if (firstLoad > maxFirstLoad) fail(`The first load is ${firstLoad} bytes and may be ${maxFirstLoad}.`);
if (engine > maxEngine) fail(`Kernels and networks are ${engine} bytes and may be ${maxEngine}.`);
if (process.argv.includes('--check') && listNames(readFileSync(tablePath, 'utf8')) !== listNames(table))
  fail('docs/generated/page-sizes.md is out of date.');

/**
 * The networks of the zone and the kernels for one set of instructions: a browser loads no other
 * before print or a portrait is asked for.
 */
function engineBytes(): number {
  const sentOf = (names: RegExp) => files.filter(({ path }) => names.test(path)).map(({ sent }) => sent);
  return sentOf(/mrz-.*\.weights$/).reduce((sum, sent) => sum + sent, Math.max(...sentOf(/\.wasm$/)));
}

/** Bytes that go over the line to a browser that takes Brotli. */
function sentBytes(path: string): number {
  const compressed = statSync(join(dist, `${path}.br`), { throwIfNoEntry: false });
  return (compressed ?? statSync(join(dist, path))).size;
}

/** What is loaded when, without sizes, which change with every compiler. */
function listNames(text: string): string {
  return (text.match(/^\| `[^`]+` \| [^|]+/gm) ?? []).sort().join('\n');
}

function fail(reason: string): void {
  console.error(reason);
  process.exitCode = 1;
}
