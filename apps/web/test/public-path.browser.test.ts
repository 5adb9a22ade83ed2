import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SpawnedServer, spawnServer } from '../../server/acceptance/spawn-server.ts';
import { prepareDataDirectory } from '../../server/test/prepare-data-directory.ts';
import { freePort } from '../../server/test/servers/free-port.ts';
import { startNginx } from '../../server/test/servers/start-nginx.ts';
import { openBrowser } from './open-browser.ts';
import { fixture, signIn, token } from './open-test-page.ts';

let browser: Browser;
let directory: string;
let server: SpawnedServer;
let origin: string;
let stopNginx: () => Promise<void>;
beforeAll(async () => {
  browser = await openBrowser();
  directory = await prepareDataDirectory();
  const ports = { listen: await freePort(), service: await freePort() };
  origin = `http://127.0.0.1:${ports.listen}`;
  stopNginx = await startNginx(ports);
  const environment = { OCR_WEB_TOKEN: token, OCR_WEB_PORT: String(ports.service), OCR_WEB_TRUST_PROXY: 'true' };
  server = await spawnServer(directory, { ...environment, OCR_WEB_PUBLIC_URL: `${origin}/ocr` });
});
afterAll(async () => {
  await browser.close();
  await server.end('SIGTERM');
  await stopNginx();
  rmSync(directory, { recursive: true });
});

test('behind nginx, under a path, the page reads a passport, opens offline, and asks for nothing beside its path', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const beside: string[] = [];
  page.on('response', (response) => {
    const isInside = /^(blob|data):/.test(response.url()) || response.url().startsWith(`${origin}/ocr/`);
    if (!isInside || response.status() >= 400) beside.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(`${origin}/ocr/`);
  await signIn(page);
  await page.getByLabel('Choose files').setInputFiles(fixture('passport.jpg'));
  await page.locator('.viewer-page img').waitFor();
  const scope = await page.evaluate(() => navigator.serviceWorker.ready.then((worker) => worker.scope));
  expect([scope, beside]).toEqual([`${origin}/ocr/`, []]);
  await page.goto(`${origin}/ocr/admin`);
  await signIn(page);
  await page.locator('.chart canvas').first().waitFor();
  await page.goto(`${origin}/ocr/docs`);
  await page.getByText('/api/v2/scans', { exact: true }).first().waitFor();
  expect(beside).toEqual([]);
  await context.setOffline(true);
  await page.goto(`${origin}/ocr/`);
  await page.getByRole('heading', { name: 'Read a passport' }).waitFor();
});
