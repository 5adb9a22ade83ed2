import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { collect } from '../../../test/collect.ts';
import { batchForm } from '../../../test/uploads/send-batch.ts';
import type { ReceivedFile } from './batch-intake.ts';
import { readFormFiles } from './read-form-files.ts';

const limits = { maxBytes: 1000, maxPixels: 1_000_000, maxFiles: 3, maxTotalBytes: 10_000 };

const ignore = (_name: string, _value: string): void => undefined;

/** Cuts a form into pieces of so many bytes, as a network would. */
function* cut(bytes: Buffer, size: number): Generator<Buffer> {
  for (let first = 0; first < bytes.length; first += size) yield bytes.subarray(first, first + size);
}

async function read(form: FormData, { size = 64, until = Number.MAX_SAFE_INTEGER, onField = ignore } = {}) {
  const request = new Response(form);
  const contentType = request.headers.get('content-type') ?? '';
  const body = Buffer.from(await request.arrayBuffer()).subarray(0, until);
  return await collect(readFormFiles(Readable.from(cut(body, size)), contentType, limits, onField));
}
const file = (name: string, length: number): [string, Buffer] => [name, Buffer.alloc(length, name)];

test.each([1, 7, 64, 100_000])('files in pieces of %i bytes', async (size) => {
  const fields: string[] = [];
  const form = batchForm([file('a.png', 999), file('b/c.png', 1), file('empty.png', 0)], 'room 12');
  const files = await read(form, { size, onField: (name, value) => void fields.push(name, value) });
  expect(files).toEqual([
    { name: 'a.png', bytes: Buffer.alloc(999, 'a.png') },
    { name: 'b/c.png', bytes: Buffer.alloc(1, 'b/c.png') },
    { name: 'empty.png', bytes: Buffer.alloc(0) },
  ]);
  expect(fields).toEqual(['reference', 'room 12']);
});

test('a file that is too large is refused, and the next one is read', async () => {
  const [large, next] = await read(batchForm([file('large.png', 5000), file('next.png', 5)]));
  expect(large).toMatchObject({ name: 'large.png', refusal: { code: 'body.too_large' } });
  expect(next).toEqual({ name: 'next.png', bytes: Buffer.alloc(5, 'next.png') });
});

test('the upload is not read on while a file is with the caller', async () => {
  const response = new Response(batchForm([file('a.png', 900), file('b.png', 900), file('c.png', 900)]));
  const bytes = Buffer.from(await response.arrayBuffer());
  let taken = 0;
  const body = function* () {
    for (const piece of cut(bytes, 100)) {
      taken += piece.length;
      yield piece;
    }
  };
  const contentType = response.headers.get('content-type') ?? '';
  const files = readFormFiles(Readable.from(body(), { highWaterMark: 1 }), contentType, limits, () => undefined);
  const first: ReceivedFile | undefined = (await files.next()).value ?? undefined;
  expect(first?.name).toBe('a.png');
  const before = taken;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(taken - before).toBeLessThanOrEqual(200);
  expect(taken).toBeLessThan(bytes.length - 900);
  await files.return();
});

test.each([
  ['a fourth file', () => read(batchForm([1, 2, 3, 4].map((index) => file(`${index}`, 5)))), 'batch.too_many_files'],
  ['the end in the middle of a file', () => read(batchForm([file('a.png', 900)]), { until: 500 }), 'body.malformed'],
  ['the end before the form ends', () => read(batchForm([file('a.png', 10)]), { until: -30 }), 'body.malformed'],
])('%s', async (_, reading, code) => {
  await expect(reading()).rejects.toMatchObject({ code });
});

test('a file under another name, and a text that is called file', async () => {
  const other = new FormData();
  other.append('files', new Blob(['a']), 'a.png');
  await expect(read(other)).rejects.toMatchObject({ code: 'field.invalid', details: { field: 'file' } });
  const text = new FormData();
  text.append('file', 'aGVsbG8=');
  await expect(read(text)).rejects.toMatchObject({ code: 'field.invalid', details: { field: 'file' } });
});

test('no form at all', async () => {
  const files = readFormFiles(Readable.from([Buffer.from('hello')]), 'multipart/form-data', limits, () => undefined);
  await expect(files.next()).rejects.toMatchObject({ code: 'body.malformed' });
});
