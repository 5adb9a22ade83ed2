import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';

const module = new URL('./with-compile-cache.ts', import.meta.url).href;
// In a process of its own: the cache is Node's, and holds for all of a process.
const program = `
const { withCompileCache } = await import(${JSON.stringify(module)});
console.log(JSON.stringify(await withCompileCache(JSON.parse(process.argv[1]))));`;

async function run(environment: Record<string, string>): Promise<unknown> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program, JSON.stringify(environment)], {
    env: {},
  });
  return JSON.parse(stdout);
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ocr-web-cache-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test("the cache is a folder of its owner's in the data folder, without what another Node left", async () => {
  const data = join(makeFolder(), 'data');
  const cache = join(data, 'compile-cache');
  const environment = { OCR_WEB_DATA_DIR: data, OCR_WEB_PORT: '0' };
  expect(await run(environment)).toEqual({ ...environment, NODE_COMPILE_CACHE: cache });
  expect([data, cache].map((folder) => (statSync(folder).mode & 0o777).toString(8))).toEqual(['700', '700']);
  const [current] = readdirSync(cache);
  mkdirSync(join(cache, 'v22.18.0-x64-00000000-0'));
  writeFileSync(join(cache, 'v22.18.0-x64-00000000-0', 'compiled'), '');
  await run(environment);
  expect(readdirSync(cache)).toEqual([current]);
});

test.each([
  ['names a folder', { NODE_COMPILE_CACHE: '/elsewhere' }],
  ['wants none', { NODE_DISABLE_COMPILE_CACHE: '1' }],
])('an environment that %s is left as it is', async (_, variables) => {
  const environment = { OCR_WEB_DATA_DIR: join(makeFolder(), 'data'), ...variables };
  expect(await run(environment)).toEqual(environment);
});

test('a folder that cannot be made changes nothing: the service says why it does not start', async () => {
  const file = join(makeFolder(), 'file');
  writeFileSync(file, '');
  const environment = { OCR_WEB_DATA_DIR: join(file, 'data') };
  expect(await run(environment)).toEqual(environment);
});
