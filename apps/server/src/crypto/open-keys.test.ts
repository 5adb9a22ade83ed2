import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareDataDirectory } from '../../test/prepare-data-directory.ts';
import { parseConfig } from '../config/parse-config.ts';
import type { Database } from '../database/database.ts';
import { migrateDatabase } from '../database/migrate-database.ts';
import { openEmbeddedDatabase } from '../database/open-embedded-database.ts';
import { ensureSecret } from './ensure-secret.ts';
import { createMasterKeyText, parseMasterKeys } from './master-keys.ts';
import { openKeys } from './open-keys.ts';

let directory: string;
let database: Database;
beforeEach(async () => {
  directory = await prepareDataDirectory();
  database = await openEmbeddedDatabase(directory);
  await migrateDatabase(database);
});
afterEach(async () => {
  await database.close();
  for (const path of [directory, `${directory}.key`]) await rm(path, { recursive: true, force: true });
});

const open = (environment: Record<string, string> = {}) =>
  openKeys(parseConfig({ OCR_WEB_DATA_DIR: directory, ...environment }), database.sql);
const idInFile = async () => parseMasterKeys(await readFile(`${directory}.key`, 'utf8'))[0]?.id;
const owner = '00000000-0000-4000-8000-000000000001';
const secrets = async () => (await database.sql.selectFrom('secrets').select('value').execute()).map(({ value }) => value);

test('the first start makes a key beside the data folder that only its owner may read, and the next one finds it', async () => {
  const first = await open();
  const { mode } = await stat(`${directory}.key`);
  const id = await idInFile();
  expect([mode & 0o777, first.ring.isSealing]).toEqual([0o600, true]);
  const second = await open();
  expect([second.pictureSecret, second.webhookSecret, second.indexOf(owner, 'a')]).toEqual([
    first.pictureSecret,
    first.webhookSecret,
    first.indexOf(owner, 'a'),
  ]);
  const sealed = (await first.ring.create(owner))!;
  expect((await second.ring.open(sealed.wrapped, owner))?.key.equals(sealed.key)).toBe(true);
  expect((await secrets()).every((value) => value.startsWith(`${id}.`))).toBe(true);
});

test('secrets of the time before are sealed at the first start, and stay what they were', async () => {
  const before = await ensureSecret(database.sql, 'picture urls');
  expect(await secrets()).toEqual([before.toString('hex')]);
  expect((await open()).pictureSecret).toEqual(before);
  expect((await secrets()).join()).not.toContain(before.toString('hex'));
});

test('without its key nothing starts, and no other key is made in its place', async () => {
  await open();
  const id = await idInFile();
  await rm(`${directory}.key`);
  const refusal = { code: 'keys.unusable', message: expect.stringContaining(`sealed under the master key ${id}, which is not in `) };
  await expect(open()).rejects.toMatchObject(refusal);
  await expect(open({ OCR_WEB_ENCRYPTION: 'off' })).rejects.toMatchObject(refusal);
  await expect(open({ OCR_WEB_MASTER_KEY: createMasterKeyText() })).rejects.toMatchObject(refusal);
  await expect(stat(`${directory}.key`)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a key of the settings is used and written nowhere; several open what any of them has sealed', async () => {
  const [old, newer] = [createMasterKeyText(), createMasterKeyText()];
  const sealed = (await (await open({ OCR_WEB_MASTER_KEY: old })).ring.create(owner))!;
  const rotated = await open({ OCR_WEB_MASTER_KEY: `${newer},${old}` });
  expect((await rotated.ring.open(sealed.wrapped, owner))?.key.equals(sealed.key)).toBe(true);
  await expect(stat(`${directory}.key`)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('turned off it makes no key and seals nothing', async () => {
  const { ring } = await open({ OCR_WEB_ENCRYPTION: 'off' });
  expect([ring.isSealing, await ring.create(owner), (await secrets()).some((value) => value.includes('.'))]).toEqual([
    false,
    undefined,
    false,
  ]);
  await expect(stat(`${directory}.key`)).rejects.toMatchObject({ code: 'ENOENT' });
});

test.each([
  ['no key at all', '# nothing\n', 'holds no key'],
  ['something else', 'password', 'must be 32 bytes in base64'],
])('a file with %s is refused', async (_what, text, reason) => {
  await writeFile(`${directory}.key`, text);
  await expect(open()).rejects.toMatchObject({ code: 'keys.unusable', message: expect.stringContaining(reason) });
});

test('where no file can be written the way out is told', async () => {
  const message = expect.stringContaining('Set OCR_WEB_MASTER_KEY_FILE to a place outside the data folder');
  await expect(open({ OCR_WEB_MASTER_KEY_FILE: `${directory}-no/such/folder/master.key` })).rejects.toMatchObject({
    code: 'keys.unusable',
    message,
  });
});

test('processes that share a database do not each make a key', async () => {
  await expect(open({ DATABASE_URL: 'postgresql://ocr@127.0.0.1/ocr' })).rejects.toMatchObject({
    code: 'keys.unusable',
    message: expect.stringContaining('OCR_WEB_MASTER_KEY is missing'),
  });
});
