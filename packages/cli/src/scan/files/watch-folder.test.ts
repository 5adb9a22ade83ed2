import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { watchFolder } from './watch-folder.ts';

let folder: string;
let stop: AbortController;
let errors: (string | undefined)[];
const at = (name: string) => join(folder, name);

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'ocr-web-watch-')), 'inbox');
  mkdirSync(folder);
  stop = new AbortController();
  errors = [];
});
afterEach(() => {
  stop.abort();
  rmSync(join(folder, '..'), { recursive: true });
});

const watch = (recursive = false) =>
  watchFolder(folder, {
    ...{ recursive, settleMs: 30, signal: stop.signal },
    onAccessChange: (error) => errors.push(error && (error as NodeJS.ErrnoException).code),
  });
/** The next batch, as names in the folder. */
const next = async (arrivals: AsyncGenerator<string[]>) => {
  const { value } = await arrivals.next();
  return (value as string[]).map((file) => file.slice(folder.length + 1));
};

test('what comes after it began, not what was there, and only pictures', async () => {
  writeFileSync(at('old.png'), 'old');
  const arrivals = await watch(true);
  mkdirSync(at('deep'));
  for (const name of ['b.png', 'a.jpg', 'notes.txt', '.hidden.png', 'deep/c.pdf']) writeFileSync(at(name), 'new');
  expect(await next(arrivals)).toEqual(['a.jpg', 'b.png', 'deep/c.pdf']);
});

test('a file to which somebody writes comes when it is whole, an empty one never', async () => {
  const arrivals = await watch();
  writeFileSync(at('empty.png'), '');
  writeFileSync(at('slow.png'), 'a');
  let writes = 0;
  const writing = setInterval(() => {
    appendFileSync(at('slow.png'), 'b');
    if (++writes === 20) clearInterval(writing);
  }, 10);
  expect(await next(arrivals)).toEqual(['slow.png']);
  expect(writes).toBe(20);
});

test('a file that is replaced or renamed into place comes again', async () => {
  const arrivals = await watch();
  writeFileSync(at('a.png'), 'first');
  expect(await next(arrivals)).toEqual(['a.png']);
  writeFileSync(at('a.part'), 'second one');
  renameSync(at('a.part'), at('a.png'));
  expect(await next(arrivals)).toEqual(['a.png']);
});

test('a folder that goes away and comes back is told once each', async () => {
  const arrivals = await watch();
  renameSync(folder, `${folder}-away`);
  const coming = next(arrivals);
  await expect.poll(() => errors).toEqual(['ENOENT']);
  renameSync(`${folder}-away`, folder);
  writeFileSync(at('a.png'), 'new');
  expect(await coming).toEqual(['a.png']);
  expect(errors).toEqual(['ENOENT', undefined]);
});

test('it ends with the reason of its signal', async () => {
  const arrivals = await watch();
  const coming = arrivals.next();
  stop.abort();
  await expect(coming).rejects.toThrow('aborted');
});

test('a folder that is not there at the beginning is an error', async () => {
  rmSync(folder, { recursive: true });
  await expect(watch()).rejects.toMatchObject({ code: 'ENOENT' });
  mkdirSync(folder);
});
