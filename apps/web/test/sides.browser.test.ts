import { createClient } from '@ocr-web/api/client';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { findBarriers, fixture, signIn, token, useTestPages } from './open-test-page.ts';

const drawn = new URL('../../../packages/reader-node/test/fixtures/visual/genuine.jpg', import.meta.url).pathname;
/** Where the zone of the drawn page begins, pixels. */
const zoneTop = 400;

const pages = useTestPages({ OCR_WEB_VISUAL_ZONE: 'true' });
let front: Buffer;
let back: Buffer;
beforeAll(async () => {
  const { height } = await sharp(drawn).metadata();
  [front, back] = [await cover(zoneTop, height - zoneTop), await cover(0, zoneTop)];
}, 60_000);

/** The drawn page with a band of it as empty as the other side of a card is. */
async function cover(top: number, height: number): Promise<Buffer> {
  const { width } = await sharp(drawn).metadata();
  const band = { create: { width, height, channels: 3, background: '#c8c8c8' } } as const;
  return await sharp(drawn)
    .composite([{ input: band, top, left: 0 }])
    .png()
    .toBuffer();
}

const wordOf = (page: Page, name: string) => page.locator(`[data-side-field=${name}] .evidence`).textContent();

test('two pages of one scan are one document, and each says which of them it is of', async () => {
  const page = await pages.open();
  await signIn(page);
  await page.getByLabel('What is printed for people').check();
  const both = await sharp([front, back], { join: { animated: true } })
    .tiff()
    .toBuffer();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Choose files' }).click()]);
  await chooser.setFiles({ name: 'card.tiff', mimeType: 'image/tiff', buffer: both });
  await page.getByRole('heading', { name: 'Both sides' }).waitFor({ timeout: 60_000 });
  expect(await page.getByRole('tab').count()).toBe(0);
  expect(await page.getByText('One document: both sides say the same').textContent()).toContain('document number');
  expect(await wordOf(page, 'surname')).toBe('Zone · Page 2 · Both sides say so');
  expect(await wordOf(page, 'authority')).toBe('Print · Page 1');
  const zones = page.locator('.zone-outline');
  await page.locator('[data-place=surname]').waitFor({ state: 'attached' });
  expect(await zones.count()).toBe(0);
  // The front is not told to be photographed again from the other side.
  expect(await page.getByText('No zone on this side').count()).toBe(0);
  expect(await findBarriers(page)).toEqual([]);
  await page.getByLabel('Page 2').click();
  await zones.waitFor({ state: 'attached' });
  expect(await page.locator('[data-place=surname]').count()).toBe(0);
  expect(await findBarriers(page)).toEqual([]);
  await page.getByLabel('Español').click();
  await page.getByRole('heading', { name: 'Las dos caras' }).waitFor();
  expect(await wordOf(page, 'surname')).toBe('Zona · Página 2 · Lo dicen las dos caras');
});

test('two scans are put together where something says that they are one document', async () => {
  const client = createClient({ baseUrl: pages.url, token });
  const send = async (picture: Blob) => (await client.scans.read(picture, { visual: true })).id;
  const ids = [await send(new Blob([new Uint8Array(front)])), await send(new Blob([new Uint8Array(back)]))];
  const stranger = await send(new Blob([new Uint8Array(await sharp(fixture('card.png')).toBuffer())]));
  const page = await pages.open(`/#/scans/${ids[0]}`);
  await signIn(page);
  const joinWith = async (id: number | undefined) => {
    await page.getByLabel('Number of its scan').fill(String(id));
    await page.getByRole('button', { name: 'Put together' }).click();
  };
  await joinWith(stranger);
  await page.getByText('Nothing says that these two scans are one document.').waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await joinWith(999_999);
  await page.locator('.notice.error').filter({ hasNotText: 'Nothing says' }).waitFor();
  await joinWith(ids[1]);
  await page.getByRole('heading', { name: 'Both sides' }).waitFor();
  expect(await wordOf(page, 'authority')).toBe(`Print · Scan ${ids[0]} · Page 1`);
  expect(await wordOf(page, 'surname')).toBe(`Zone · Scan ${ids[1]} · Page 1 · Both sides say so`);
  await page.locator('[data-field=number]').waitFor();
  await page.getByLabel(`Scan ${ids[1]} · Page 1`).click();
  await page.locator('.zone-outline').waitFor({ state: 'attached' });
  await page.locator('.viewer-page img').waitFor();
  expect(await findBarriers(page)).toEqual([]);
});
