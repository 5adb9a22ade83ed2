import { readFile, rm } from 'node:fs/promises';
import { createClient } from '@ocr-web/api/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareDataDirectory } from '../test/prepare-data-directory.ts';
import { freePort } from '../test/servers/free-port.ts';
import { startNginx } from '../test/servers/start-nginx.ts';
import { type SpawnedServer, spawnServer } from './spawn-server.ts';

const token = 'token-of-the-path-tests';
const headers = { authorization: `Token ${token}`, prefer: 'wait=60' };

let directory: string;
let server: SpawnedServer;
let publicUrl: string;
let picture: Buffer;
let stopNginx: () => Promise<void>;
beforeAll(async () => {
  directory = await prepareDataDirectory();
  picture = await readFile(new URL('../assets/specimen-passport.png', import.meta.url));
  const ports = { listen: await freePort(), service: await freePort() };
  publicUrl = `http://127.0.0.1:${ports.listen}/ocr`;
  stopNginx = await startNginx(ports);
  const environment = { OCR_WEB_TOKEN: token, OCR_WEB_PORT: String(ports.service) };
  server = await spawnServer(directory, { ...environment, OCR_WEB_PUBLIC_URL: `${publicUrl}/`, OCR_WEB_TRUST_PROXY: 'true' });
});
afterAll(async () => {
  await server.end('SIGTERM');
  await stopNginx();
  await rm(directory, { recursive: true });
});

/** Behind nginx, which takes the path off, and behind a proxy that leaves it on. */
const ways = () => [publicUrl, `${server.url}/ocr`];
const send = (base: string, path: string) =>
  fetch(`${base}${path}`, { method: 'POST', headers: { ...headers, 'content-type': 'image/png' }, body: new Uint8Array(picture) });

test('addresses in answers lead back through the proxy', async () => {
  for (const base of ways()) {
    const created = await send(base, '/api/v2/scans');
    expect([created.status, created.headers.get('location')]).toEqual([201, expect.stringMatching(/^\/ocr\/api\/v2\/scans\/\d+$/)]);
    const again = await fetch(new URL(created.headers.get('location')!, created.url), { headers });
    expect(await again.json()).toMatchObject({ status: 'completed' });
    const form = new FormData();
    form.set('picture_file', new Blob([new Uint8Array(picture)]), 'a.png');
    const v1 = await fetch(`${base}/api/v1/tools/ocr/picture/`, { method: 'POST', headers, body: form });
    const { picture_file: address, number } = (await v1.json()) as Record<string, string>;
    expect([number, address!.startsWith(`${publicUrl}/pictures/`)]).toEqual(['L898902C3', true]);
    expect(Buffer.from(await (await fetch(address!)).arrayBuffer()).equals(picture)).toBe(true);
  }
});

test('everything that a page of the service links to or loads is there', async () => {
  for (const path of ['/docs', '/docs/problems']) {
    const html = await (await fetch(`${publicUrl}${path}`)).text();
    const links = [...html.matchAll(/(?:href|src)="([^"#]+)"/g)].map(([, link]) => new URL(link!, `${publicUrl}${path}`).href);
    expect(links.length).toBeGreaterThan(3);
    const statuses = await Promise.all(links.map(async (link) => [link, (await fetch(link)).status]));
    expect(statuses).toEqual(links.map((link) => [link, 200]));
    expect(links.filter((link) => !link.startsWith(`${publicUrl}/`))).toEqual([]);
  }
});

test('a problem leads to its explanation, and the path without a slash to the page', async () => {
  const refused = await fetch(`${publicUrl}/api/v2/scans/999999`, { headers });
  const { type } = (await refused.json()) as { type: string };
  const [page, code] = new URL(type, refused.url).href.split('#');
  expect(page).toBe(`${publicUrl}/docs/problems`);
  expect(await (await fetch(page!)).text()).toContain(`id="${code}"`);
  for (const base of ways()) expect((await fetch(base)).url).toBe(`${base}/`);
});

test('the client reads a scan and its events under the path', async () => {
  const client = createClient({ baseUrl: publicUrl, token });
  const scan = await client.scans.read(new Blob([new Uint8Array(picture)], { type: 'image/png' }));
  expect(scan.status).toBe('completed');
  const events = await fetch(`${publicUrl}/api/v2/scans/${scan.id}/events`, { headers: { ...headers, accept: 'text/event-stream' } });
  expect(events.headers.get('content-type')).toContain('text/event-stream');
  expect(await events.text()).toContain('completed');
});
