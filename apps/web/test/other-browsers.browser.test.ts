import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DrivenBrowser } from '../../../packages/reader-web/test/browser/driven-browser.ts';
import { otherBrowsers } from '../../../packages/reader-web/test/browser/other-browsers.ts';
import { type SpawnedServer, spawnServer } from '../../server/acceptance/spawn-server.ts';
import { prepareDataDirectory } from '../../server/test/prepare-data-directory.ts';

/** Whoever leaves a page at once cuts off the request for its icon. */
const ofLeaving = /\/icon\.svg\W.*ServiceWorker intercepted/;

describe.each(otherBrowsers)('in $name', ({ name, open }) => {
  let directory: string;
  let server: SpawnedServer;
  let browser: DrivenBrowser;
  beforeAll(async () => {
    directory = await prepareDataDirectory();
    server = await spawnServer(directory, {});
    browser = await open();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.end('SIGTERM');
    rmSync(directory, { recursive: true });
  });

  const button = (text: string) =>
    `Array.from(document.querySelectorAll('button')).find((button) => button.textContent.includes(${JSON.stringify(text)}))`;
  // A page is open before its script has drawn it.
  const click = async (text: string) => {
    await expect.poll(() => browser.evaluate<boolean>(`${button(text)} !== undefined`), { timeout: 20_000 }).toBe(true);
    await browser.evaluate(`${button(text)}.click()`);
  };
  const textOf = (selector: string) =>
    browser.evaluate<string | null>(`document.querySelector(${JSON.stringify(selector)})?.textContent ?? null`);
  const names = () =>
    browser.evaluate<string[]>(`Array.from(document.querySelectorAll('#events-rows td:first-child'), (cell) => cell.textContent)`);

  test('the page reads its specimen on this device', async () => {
    await browser.open(`${server.url}/`);
    await click('Try a specimen');
    await expect.poll(() => textOf('[data-field=number]'), { timeout: 20_000 }).toContain('L898902C3');
    expect(await textOf('[data-field=issuer]')).toContain('Utopia');
  });

  test('the page for operators opens', async () => {
    await browser.open(`${server.url}/admin`);
    await expect.poll(() => textOf('h1')).toBe('Administration');
  });

  test('the scanner reads a picture, opens a camera and reads its frames', async () => {
    await browser.open(`${server.url}/scanner`);
    await expect.poll(() => textOf('#markup'), { timeout: 20_000 }).toBe('<mrz-scanner></mrz-scanner>');
    await click('scanFile(specimen)');
    await expect.poll(names, { timeout: 20_000 }).toEqual(['result']);
    // WebKitGTK has no camera to play with.
    if (name === 'WebKit') return;
    await click('start()');
    await expect.poll(names, { timeout: 20_000 }).toContain('ready');
    await expect.poll(async () => Number(await textOf('#frames')), { timeout: 20_000 }).toBeGreaterThan(5);
    await click('stop()');
    expect(browser.complaints.filter((complaint) => !ofLeaving.test(complaint))).toEqual([]);
  });
});
