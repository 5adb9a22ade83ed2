import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openAnnotations } from './annotate-pages.ts';
import type { FileReading } from './readers/file-reader.ts';

const folder = mkdtempSync(join(tmpdir(), 'ocr-web-annotate-'));
afterAll(() => rmSync(folder, { recursive: true }));

const readingOf = (pages: readonly number[]) =>
  ({
    result: { documents: pages.map((page) => ({ page })) },
    annotate: (page: number) => Promise.resolve(Buffer.from(`page ${page}`)),
  }) as unknown as FileReading;

test('a drawing for each page with a document; equal names get a number', async () => {
  const annotate = await openAnnotations(join(folder, 'new', 'drawn'));
  const { signal } = new AbortController();
  await annotate('scans/a.jpg', readingOf([0]), signal);
  await annotate('other/A.png', readingOf([1, 0, 1]), signal);
  await annotate('scans/none.jpg', readingOf([]), signal);
  const names = readdirSync(join(folder, 'new', 'drawn')).sort();
  expect(names.map((name) => [name, readFileSync(join(folder, 'new', 'drawn', name), 'utf8')])).toEqual([
    ['A-2-page2.png', 'page 1'],
    ['A-2.png', 'page 0'],
    ['a.png', 'page 0'],
  ]);
});
