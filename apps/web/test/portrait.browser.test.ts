import { readFileSync } from 'node:fs';
import { createClient } from '@ocr-web/api/client';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findBarriers, readStorage, signIn, token, useTestPages } from './open-test-page.ts';

const passport = readFileSync(new URL('../../../packages/reader-node/test/fixtures/portrait/passport.jpg', import.meta.url));

const pages = useTestPages({ OCR_WEB_PORTRAIT: 'true' });
const without = useTestPages();

const wish = (page: Page) => page.getByLabel('Portrait and signature');
const portrait = (page: Page) => page.locator('[data-holder=portrait-0]');

async function readPortrait(page: Page, by?: string): Promise<void> {
  await signIn(page, by);
  expect(await wish(page).isChecked()).toBe(false);
  await wish(page).check();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Choose files' }).click()]);
  await chooser.setFiles({ name: 'passport.jpg', mimeType: 'image/jpeg', buffer: passport });
}

type Watched = typeof globalThis & { revoked?: string[] };

/** Notes which addresses of pictures the page gives up from now on. */
const watchRevoked = (page: Page) =>
  page.evaluate(() => {
    const revoked: string[] = [];
    (globalThis as Watched).revoked = revoked;
    const revoke = URL.revokeObjectURL.bind(URL);
    URL.revokeObjectURL = (url) => {
      revoked.push(url);
      revoke(url);
    };
  });
const readRevoked = (page: Page) => page.evaluate(() => (globalThis as Watched).revoked);

test('places are drawn over the picture; a portrait is fetched when it is asked for, and forgotten when it is hidden', async () => {
  const page = await pages.open();
  const crops: string[] = [];
  page.on('request', (request) => /\/crop$/.test(request.url()) && crops.push(new URL(request.url()).pathname));
  await readPortrait(page);
  await portrait(page).waitFor({ timeout: 60_000 });
  const place = page.locator('[data-place=portrait-0]');
  expect(await place.getAttribute('class')).toBe('print-outline');
  await portrait(page).hover();
  expect(await place.getAttribute('class')).toBe('field-outline');
  expect([crops, await page.locator('.cut-out').count()]).toEqual([[], 0]);
  expect(await findBarriers(page)).toEqual([]);
  await watchRevoked(page);
  await page.getByRole('button', { name: 'Show portrait' }).click();
  const url = (await page.locator('img.cut-out').getAttribute('src')) ?? '';
  expect([url.startsWith('blob:'), await readRevoked(page), crops.length]).toEqual([true, [], 1]);
  expect(crops[0]).toMatch(/^\/api\/v2\/scans\/\d+\/portraits\/0\/crop$/);
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Hide portrait' }).click();
  await page.locator('.cut-out').waitFor({ state: 'detached' });
  await expect.poll(() => readRevoked(page)).toEqual([url]);
  await page.getByRole('button', { name: 'Show signature' }).click();
  await page.locator('img.cut-out').waitFor();
  expect(crops[1]).toMatch(/\/signatures\/0\/crop$/);
  await page.getByLabel('Español').click();
  await page.getByRole('button', { name: 'Mostrar el retrato' }).waitFor();
});

test('the JSON that is copied has the places only, the CSV nothing, and nothing is remembered', async () => {
  const page = await pages.open();
  await readPortrait(page);
  await page.getByRole('button', { name: 'Show portrait' }).click({ timeout: 60_000 });
  await page.locator('img.cut-out').waitFor();
  await page.getByRole('button', { name: 'Copy JSON' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const { portraits } = JSON.parse(copied) as { portraits: object[] };
  expect(Object.keys(portraits[0]!).toSorted()).toEqual(['box', 'confidence', 'face_share', 'kind', 'page', 'quad']);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  expect(readFileSync(await (await downloading).path(), 'utf8')).not.toMatch(/portrait|signature|face/i);
  expect(await readStorage(page)).not.toMatch(/portrait/i);
  await page.reload();
  await signIn(page);
  expect(await wish(page).isChecked()).toBe(false);
});

test('a token that may not, and a service that does not, offer the zone only', async () => {
  const { token: usual } = await createClient({ baseUrl: pages.url, token }).admin.createToken({ name: 'usual' });
  const [refused, off] = [await pages.open(), await without.open()];
  await readPortrait(refused, usual);
  await refused.getByText('A portrait needs a token with the scope').waitFor();
  await readPortrait(off);
  await off.getByText('This service does not look for portraits').waitFor();
  for (const page of [refused, off]) {
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Read the zone only' }).click();
    await page.locator('[data-field=surname]').waitFor({ timeout: 60_000 });
    expect(await page.locator('[data-holder]').count()).toBe(0);
  }
});

test('where the file is gone, the page says so in the place of the portrait', async () => {
  const client = createClient({ baseUrl: pages.url, token });
  const { id } = await client.scans.read(new Blob([passport]), { portrait: true, retainPictureMinutes: 0 });
  await expect.poll(() => client.scans.portrait(id, 0).catch(({ status }: { status: number }) => status)).toBe(410);
  const page = await pages.open(`/#/scans/${id}`);
  await signIn(page);
  await page.getByRole('button', { name: 'Show portrait' }).click();
  await portrait(page).getByRole('alert').waitFor();
  expect(await page.locator('.cut-out').count()).toBe(0);
  expect(await findBarriers(page)).toEqual([]);
});
