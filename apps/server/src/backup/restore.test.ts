import { appendFile, cp, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestServer, type TestServer, testToken } from '../../test/start-test-server.ts';
import { testMasterKey } from '../../test/test-keys.ts';
import { onePixelJpeg } from '../../test/uploads/pictures.ts';
import { parseConfig } from '../config/parse-config.ts';
import { createMasterKeyText } from '../crypto/master-keys.ts';
import { backUp } from './back-up.ts';
import { sumOf } from './check-sums.ts';
import { restore } from './restore.ts';

const { signal } = new AbortController();
const configOf = (directory: string) => parseConfig({ OCR_WEB_DATA_DIR: directory, OCR_WEB_MASTER_KEY: testMasterKey });
const options = { withMasterKey: true, onCopied: () => undefined, signal };

let folder: string;
let original: string;
let server: TestServer;
let picture: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-'));
  original = join(folder, 'original');
  server = await startTestServer();
  const headers = { authorization: `Bearer ${testToken}`, 'content-type': 'image/jpeg', prefer: 'wait=20' };
  const sent = await server.request('/api/v2/scans', { method: 'POST', headers, body: new Uint8Array(onePixelJpeg) });
  expect(sent.status).toBe(201);
  await backUp(configOf(server.directory), original, options);
  picture = /pictures\/\S+/.exec(await readFile(join(original, 'SHA256SUMS'), 'utf8'))![0];
}, 60_000);
afterAll(async () => {
  await server.remove();
  await rm(folder, { recursive: true });
});

let backup: string;
let target: string;
let count = 0;
beforeEach(async () => {
  count += 1;
  [backup, target] = [join(folder, `backup-${count}`), join(folder, `target-${count}`)];
  await cp(original, backup, { recursive: true });
});

const sums = () => join(backup, 'SHA256SUMS');
const changeSums = async (change: (text: string) => string) => await writeFile(sums(), change(await readFile(sums(), 'utf8')));
const refused = (text: string) => ({ code: 'backup.refused', message: expect.stringContaining(text) });

test('a backup is restored', async () => {
  expect(await restore(configOf(target), backup, signal)).toMatchObject({ scans: 1, pictures: 1 });
  expect(await readFile(join(target, picture))).toEqual(await readFile(join(original, picture)));
});

test('a backup that has its key brings it beside those that are known already', async () => {
  const known = createMasterKeyText();
  await writeFile(`${target}.key`, known);
  await restore(parseConfig({ OCR_WEB_DATA_DIR: target }), backup, signal);
  const keys = (await readFile(`${target}.key`, 'utf8')).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  expect(keys).toEqual([known, testMasterKey]);
});

test('a backup whose key is not known and not in it is refused', async () => {
  const without = `${backup}-without-key`;
  await backUp(configOf(server.directory), without, { ...options, withMasterKey: false });
  await writeFile(`${target}.key`, createMasterKeyText());
  await expect(restore(parseConfig({ OCR_WEB_DATA_DIR: target }), without, signal)).rejects.toMatchObject({
    code: 'keys.unusable',
    message: expect.stringContaining(`is not in ${target}.key`),
  });
});

test('a link brings in no file from elsewhere, be it of a picture or of a folder', async () => {
  const outside = join(folder, `outside-${count}`);
  await writeFile(outside, 'secret');
  await rm(join(backup, picture));
  await symlink(outside, join(backup, picture));
  await changeSums((text) => text.replace(/\w+(?= {2}pictures)/, sumOf(Buffer.from('secret'))));
  await expect(restore(configOf(target), backup, signal)).rejects.toMatchObject(refused(picture));
  await rm(backup, { recursive: true });
  await cp(original, backup, { recursive: true });
  await rename(join(backup, 'pictures'), `${outside}-pictures`);
  await symlink(`${outside}-pictures`, join(backup, 'pictures'));
  await expect(restore(configOf(target), backup, signal)).rejects.toMatchObject(refused(picture));
});

test.each([
  ['the database', /.*database.*\n/],
  ['a picture', /.*pictures.*\n/],
  ['the master key', /.*master.*\n/],
  ['everything', /(?:.*\n)*/],
])('sums without %s are refused', async (_, line) => {
  await changeSums((text) => text.replace(line, ''));
  await expect(restore(configOf(target), backup, signal)).rejects.toMatchObject(refused('does not have the files'));
});

test('a picture that lies elsewhere than its store looks is refused', async () => {
  const elsewhere = join('pictures', 'zz', basename(picture));
  await mkdir(dirname(join(backup, elsewhere)));
  await cp(join(backup, picture), join(backup, elsewhere));
  await writeFile(join(backup, picture), 'something else');
  await changeSums((text) => text.replace(picture, elsewhere));
  await expect(restore(configOf(target), backup, signal)).rejects.toMatchObject(refused('none of its own'));
});

test.each(['../../etc/passwd', '/etc/passwd', 'pictures/../../x', 'backup.json'])('sums of %s are refused', async (path) => {
  await appendFile(sums(), `${'0'.repeat(64)}  ${path}\n`);
  await expect(restore(configOf(target), backup, signal)).rejects.toMatchObject(refused('none of its own'));
});

test('a backup without sums is refused', async () => {
  await rm(sums());
  await expect(restore(configOf(target), backup, signal)).rejects.toMatchObject(refused('cannot be read'));
});

test('a folder of somebody else that has the name of an unfinished backup stays as it is', async () => {
  const { partial, name } = { partial: join(folder, 'mine.partial'), name: join(folder, 'mine') };
  await mkdir(partial);
  await writeFile(join(partial, 'precious'), '1');
  await expect(backUp(configOf(target), name, options)).rejects.toMatchObject(refused('is in the way'));
  expect(await readFile(join(partial, 'precious'), 'utf8')).toBe('1');
  await rm(partial, { recursive: true });
  await symlink(original, partial);
  await expect(backUp(configOf(target), name, options)).rejects.toMatchObject(refused('is in the way'));
});

test('a link that leads nowhere is no place for a backup', async () => {
  await symlink(join(folder, 'nowhere'), join(folder, 'dangling'));
  await expect(backUp(configOf(target), join(folder, 'dangling'), options)).rejects.toMatchObject(refused('is there already'));
});

test('a place where no folder can be made is named', async () => {
  await writeFile(join(folder, 'file'), '');
  const places = [join(folder, 'file', 'backup'), ...(process.platform === 'linux' ? ['/proc/nowhere/backup'] : [])];
  for (const place of places) await expect(backUp(configOf(target), place, options)).rejects.toMatchObject(refused('cannot be made'));
});
