import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collect } from '../../../test/collect.ts';
import { packZip, type ZipEntry } from '../../../test/uploads/pack-zip.ts';
import type { ReceivedFile } from './batch-intake.ts';
import { readZipFiles } from './read-zip-files.ts';
import { spoolBody } from './spool-body.ts';

const mebibyte = 1024 * 1024;
const limits = { maxBytes: mebibyte, maxPixels: 1_000_000, maxFiles: 4, maxTotalBytes: 3 * mebibyte };

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ocr-web-spool-'));
});
afterAll(() => rm(directory, { recursive: true }));

async function read(archive: Buffer): Promise<ReceivedFile[]> {
  const spool = await spoolBody(Readable.from([archive.subarray(0, 10), archive.subarray(10)]), directory);
  try {
    return await collect(readZipFiles(spool, limits));
  } finally {
    await spool.close();
  }
}
const readEntries = (entries: readonly ZipEntry[]) => read(packZip(entries));
const entry = (name: string, text = name): ZipEntry => ({ name, bytes: Buffer.from(text) });
const refusalOf = (file: ReceivedFile | undefined) => (file && 'refusal' in file ? file.refusal.code : undefined);

test('files come in the order of the archive, without folders and what systems add', async () => {
  const entries = [entry('room 12/', ''), entry('room 12/b.jpg'), entry('__MACOSX/._b.jpg'), entry('a/.DS_Store'), entry('ä.png')];
  expect(await readEntries(entries)).toEqual([
    { name: 'room 12/b.jpg', bytes: Buffer.from('room 12/b.jpg') },
    { name: 'ä.png', bytes: Buffer.from('ä.png') },
  ]);
  expect(await readdir(directory)).toEqual([]);
});

test('a name that leads elsewhere is a label like any other', async () => {
  const names = ['../../etc/passwd', '/etc/shadow', 'C:\\secret\\a.png', '..'];
  expect((await readEntries(names.map((name) => entry(name, 'x')))).map(({ name }) => name)).toEqual([
    'etc/passwd',
    'etc/shadow',
    'secret/a.png',
    null,
  ]);
});

test('a file that inflates to more than a picture may have is refused unread, and so is one that says less than it has', async () => {
  const bomb = Buffer.alloc(2 * mebibyte);
  const files = await readEntries([
    { name: 'honest', bytes: bomb },
    { name: 'lying', bytes: bomb, declaredBytes: 100 },
    { name: 'short', bytes: Buffer.from('abc'), declaredBytes: 100 },
    entry('fine'),
  ]);
  expect(files.map(refusalOf)).toEqual(['body.too_large', 'picture.corrupt', 'picture.corrupt', undefined]);
});

test('entries that share the same bytes count each for itself', async () => {
  const bytes = Buffer.alloc(mebibyte);
  const archive = packZip(
    Array.from({ length: 4 }, () => ({ name: 'same', bytes })),
    { shareData: true },
  );
  expect(archive.length).toBeLessThan(2000);
  await expect(read(archive)).rejects.toMatchObject({ code: 'body.too_large' });
});

test('encrypted, unknown and damaged files are refused, one by one', async () => {
  const files = await readEntries([
    { ...entry('locked'), flags: 0x801 },
    { ...entry('strange'), method: 99 },
    { ...entry('damaged'), crc: 1 },
    entry('fine'),
  ]);
  expect(files.map(refusalOf)).toEqual(['picture.encrypted', 'picture.unsupported', 'picture.corrupt', undefined]);
});

test('too many files, or too many entries of any kind, are refused before one is read', async () => {
  const many = (count: number, name: string) => readEntries(Array.from({ length: count }, (_, index) => entry(`${index}${name}`)));
  await expect(many(5, '.png')).rejects.toMatchObject({ code: 'batch.too_many_files' });
  await expect(many(17, '/')).rejects.toMatchObject({ code: 'batch.too_many_files' });
  expect(await many(4, '.png')).toHaveLength(4);
});

test('names and extra fields that are long are refused, not searched', async () => {
  const sentence = 'Name, extra fields and comment of an entry of the archive may have at most 4096 bytes together.';
  await expect(readEntries([entry('n'.repeat(4097), 'x')])).rejects.toMatchObject({ code: 'body.malformed', message: sentence });
  expect(await readEntries([entry('n'.repeat(4096), 'x')])).toEqual([{ name: 'n'.repeat(200), bytes: Buffer.from('x') }]);
});

test('entries that overlap are refused, however little they inflate to', async () => {
  const bytes = randomBytes(1000);
  const archive = packZip([entry('a', 'x'), { name: 'b', bytes }, { name: 'c', bytes }], { shareData: true });
  await expect(read(archive)).rejects.toMatchObject({
    code: 'body.malformed',
    message: 'The archive cannot be read: its entries overlap.',
  });
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['no archive', Buffer.from('hello')],
  ['an archive that is cut off', packZip([entry('a.png')]).subarray(0, 60)],
  ['a directory that leads nowhere', Buffer.concat([Buffer.alloc(100), packZip([entry('a.png')]).subarray(-22)])],
])('%s is no archive', async (_, bytes) => {
  await expect(read(bytes)).rejects.toMatchObject({ code: 'body.malformed' });
});
