import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFiles } from './find-files.ts';

let folder: string;
const at = (name: string) => join(folder, name);
const find = async (names: readonly string[], recursive = false) =>
  (await findFiles(names.map(at), recursive)).map(({ file, failure }) => [file.slice(folder.length + 1), failure?.message]);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ocr-web-find-'));
  for (const name of ['scans/deep/er', 'scans/.hidden', 'empty']) mkdirSync(at(name), { recursive: true });
  const files = ['b.JPG', 'a.png', 'notes.txt', '.c.png', 'deep/d.pdf', 'deep/er/e.heic', '.hidden/f.png', 'odd[1].png'];
  for (const name of files) writeFileSync(at(join('scans', name)), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

test('files are themselves, in the order in which they were named', async () => {
  expect(await find(['scans/notes.txt', 'scans/a.png', 'missing.png', 'scans/a.png'])).toEqual([
    ['scans/notes.txt', undefined],
    ['scans/a.png', undefined],
    ['missing.png', undefined],
    ['scans/a.png', undefined],
  ]);
});

test('folders are the pictures in them, deeper ones with recursive, hidden ones never', async () => {
  expect(await find(['scans'])).toEqual([
    ['scans/a.png', undefined],
    ['scans/b.JPG', undefined],
    ['scans/odd[1].png', undefined],
  ]);
  expect(await find(['scans'], true)).toEqual([
    ['scans/a.png', undefined],
    ['scans/b.JPG', undefined],
    ['scans/deep/d.pdf', undefined],
    ['scans/deep/er/e.heic', undefined],
    ['scans/odd[1].png', undefined],
  ]);
});

test('patterns are the files that they match; a file of that name comes first', async () => {
  expect(await find(['scans/**/*.{png,pdf}'])).toEqual([
    ['scans/a.png', undefined],
    ['scans/deep/d.pdf', undefined],
    ['scans/odd[1].png', undefined],
  ]);
  expect(await find(['scans/odd[1].png'])).toEqual([['scans/odd[1].png', undefined]]);
});

test('what leads to nothing is told', async () => {
  expect(await find(['empty', 'scans/*.gif'])).toEqual([
    ['empty', 'There is no picture in this folder; --recursive includes its subfolders.'],
    ['scans/*.gif', 'No file matches this pattern.'],
  ]);
  expect(await find(['empty'], true)).toEqual([['empty', 'There is no picture in this folder.']]);
});
