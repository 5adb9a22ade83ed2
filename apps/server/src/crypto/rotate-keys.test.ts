import { readFile, rm, stat } from 'node:fs/promises';
import type { ScanBody } from '@ocr-web/api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareDataDirectory } from '../../test/prepare-data-directory.ts';
import { specimenReading } from '../../test/specimen-reading.ts';
import { dataUri, onePixelPng } from '../../test/uploads/pictures.ts';
import { parseConfig } from '../config/parse-config.ts';
import { createLogger } from '../observability/create-logger.ts';
import type { RunningServer } from '../start/open-server.ts';
import { startServer } from '../start/start-server.ts';
import { createMasterKeyText, parseMasterKeys } from './master-keys.ts';
import { rotateKeys } from './rotate-keys.ts';

const token = 'token-of-the-rotation-test';
let directory: string;
let server: RunningServer | undefined;
beforeEach(async () => {
  directory = await prepareDataDirectory();
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
  for (const path of [directory, `${directory}.key`]) await rm(path, { recursive: true, force: true });
});

const configOf = (environment: Record<string, string> = {}) =>
  parseConfig({
    OCR_WEB_DATA_DIR: directory,
    OCR_WEB_PORT: '0',
    OCR_WEB_TOKEN: token,
    OCR_WEB_WEBHOOK_ALLOW_PRIVATE: 'true',
    ...environment,
  });
async function start(environment?: Record<string, string>): Promise<void> {
  server = await startServer(configOf(environment), createLogger('silent', { write: () => undefined }), () =>
    Promise.resolve({
      read: () => Promise.resolve(specimenReading()),
      draw: () => Promise.reject(new Error('drawn')),
      close: () => Promise.resolve(),
    }),
  );
}
const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', prefer: 'wait=20' };
async function send(method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${server!.url}/api/v2/${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  return await response.json();
}
const create = async () => (await send('POST', 'scans', { file: dataUri(onePixelPng), reference: 'booking-77' })) as ScanBody;
async function look({ id }: ScanBody): Promise<unknown[]> {
  const { result, reference, file } = (await send('GET', `scans/${id}`)) as ScanBody;
  const picture = Buffer.from(await (await fetch(file.url)).arrayBuffer());
  const found = (await send('GET', 'scans?reference=booking-77')) as { data: ScanBody[] };
  return [result?.documents[0]?.names?.surname, reference, picture.equals(onePixelPng), found.data.some((scan) => scan.id === id)];
}
const whole = ['ERIKSSON', 'booking-77', true, true];
const idsInFile = async () => parseMasterKeys(await readFile(`${directory}.key`, 'utf8')).map(({ id }) => id);

test('a running service goes on while its key is replaced, and starts with the new one alone', async () => {
  await start();
  await send('POST', 'webhooks', { url: 'http://127.0.0.1:9/', events: ['scan.completed'] });
  const before = await create();
  const old = await idsInFile();
  const rotated = await rotateKeys(configOf());
  const [current] = await idsInFile();
  // Two keys of the scan, one of its delivery, four secrets.
  expect(rotated).toEqual({ masterKeyId: current, rewrapped: 7, unused: old, file: `${directory}.key` });
  expect([old.includes(current!), (await idsInFile()).length, (await stat(`${directory}.key`)).mode & 0o777]).toEqual([false, 1, 0o600]);
  expect(await look(before)).toEqual(whole);
  const after = await create();
  await server!.stop();
  await start();
  expect([await look(before), await look(after)]).toEqual([whole, whole]);
});

test('the key of a stopped service is replaced too', async () => {
  await start();
  const scan = await create();
  await server!.stop();
  expect(await rotateKeys(configOf())).toMatchObject({ rewrapped: 6 });
  await start();
  expect(await look(scan)).toEqual(whole);
});

test('keys of the settings are rotated to the first of them, and once more changes nothing', async () => {
  const [old, newer] = [createMasterKeyText(), createMasterKeyText()];
  const [oldKey, newKey] = parseMasterKeys(`${old},${newer}`);
  await start({ OCR_WEB_MASTER_KEY: old });
  const scan = await create();
  await server!.stop();
  const both = configOf({ OCR_WEB_MASTER_KEY: `${newer},${old}` });
  expect(await rotateKeys(both)).toEqual({ masterKeyId: newKey!.id, rewrapped: 6, unused: [oldKey!.id], file: null });
  expect(await rotateKeys(both)).toMatchObject({ rewrapped: 0 });
  await start({ OCR_WEB_MASTER_KEY: newer });
  expect(await look(scan)).toEqual(whole);
});

test('where nothing is sealed there is nothing to rotate', async () => {
  await expect(rotateKeys(configOf({ OCR_WEB_ENCRYPTION: 'off' }))).rejects.toMatchObject({ code: 'config.invalid' });
});
