import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Firefox, hasFirefox, openFirefox } from '../../../packages/reader-web/test/browser/open-firefox.ts';
import { type SpawnedServer, spawnServer } from '../../server/acceptance/spawn-server.ts';
import { prepareDataDirectory } from '../../server/test/prepare-data-directory.ts';

describe.runIf(hasFirefox)('in Firefox', () => {
  let directory: string;
  let server: SpawnedServer;
  let firefox: Firefox;
  beforeAll(async () => {
    directory = await prepareDataDirectory();
    server = await spawnServer(directory, {});
    firefox = await openFirefox();
  });
  afterAll(async () => {
    await firefox?.close();
    await server?.end('SIGTERM');
    rmSync(directory, { recursive: true });
  });

  const click = (text: string) =>
    firefox.evaluate(
      `Array.from(document.querySelectorAll('button')).find((button) => button.textContent.includes(${JSON.stringify(text)})).click()`,
    );
  const textOf = (selector: string) =>
    firefox.evaluate<string | null>(`document.querySelector(${JSON.stringify(selector)})?.textContent ?? null`);
  const names = () =>
    firefox.evaluate<string[]>(`Array.from(document.querySelectorAll('#events-rows td:first-child'), (cell) => cell.textContent)`);

  test('the page reads its specimen on this device', async () => {
    await firefox.open(`${server.url}/`);
    await click('Try a specimen');
    await expect.poll(() => textOf('[data-field=number]'), { timeout: 20_000 }).toContain('L898902C3');
    expect(await textOf('[data-field=issuer]')).toContain('Utopia');
  });

  test('the page for operators opens', async () => {
    await firefox.open(`${server.url}/admin`);
    await expect.poll(() => textOf('h1')).toBe('Administration');
  });

  test('the scanner reads a picture, opens a camera and reads its frames', async () => {
    await firefox.open(`${server.url}/scanner`);
    await click('scanFile(specimen)');
    await expect.poll(names, { timeout: 20_000 }).toEqual(['result']);
    await click('start()');
    await expect.poll(names, { timeout: 20_000 }).toContain('ready');
    await expect.poll(async () => Number(await textOf('#frames')), { timeout: 20_000 }).toBeGreaterThan(5);
    await click('stop()');
    expect(firefox.complaints).toEqual([]);
  });
});
