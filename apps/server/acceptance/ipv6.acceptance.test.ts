import { readFile, rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareDataDirectory } from '../test/prepare-data-directory.ts';
import { spawnServer } from './spawn-server.ts';

const token = 'token-of-the-ipv6-tests';

let directory: string;
let picture: Buffer;
beforeAll(async () => {
  directory = await prepareDataDirectory();
  picture = await readFile(new URL('../assets/specimen-passport.png', import.meta.url));
});
afterAll(() => rm(directory, { recursive: true }));

/** Sends a picture and fetches it again from the address in the answer. */
async function roundTrip(url: string): Promise<[string, boolean]> {
  const form = new FormData();
  form.set('picture_file', new Blob([new Uint8Array(picture)]), 'a.png');
  const headers = { authorization: `Token ${token}`, prefer: 'wait=60' };
  const answer = await fetch(`${url}/api/v1/tools/ocr/picture/`, { method: 'POST', headers, body: form });
  const { number, picture_file: address } = (await answer.json()) as Record<string, string>;
  expect(address!.startsWith(`${url}/pictures/`)).toBe(true);
  return [number!, Buffer.from(await (await fetch(address!)).arrayBuffer()).equals(picture)];
}

test.each([
  ['::1', (url: string) => [url]],
  // Every address of the machine, of both kinds.
  ['::', (url: string) => [url.replace(/\[.*\]|127\.0\.0\.1/, '[::1]'), url.replace(/\[.*\]/, '127.0.0.1')]],
])('on %s pictures are taken, and their addresses work', async (host, addresses) => {
  const server = await spawnServer(directory, { OCR_WEB_TOKEN: token, OCR_WEB_HOST: host });
  try {
    for (const url of addresses(server.url)) expect(await roundTrip(url)).toEqual(['L898902C3', true]);
    expect(new URL(server.url).hostname).toMatch(/^\[.*\]$|^127\.0\.0\.1$/);
  } finally {
    expect(await server.end('SIGTERM')).toBe(0);
  }
});
