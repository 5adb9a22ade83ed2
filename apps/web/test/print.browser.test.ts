import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { drawBarcode } from '../../../packages/reader-node/test/draw-barcode.ts';
import { findBarriers, signIn, useTestPages } from './open-test-page.ts';

const passport = readFileSync(new URL('../../../packages/reader-node/test/fixtures/visual/forged.jpg', import.meta.url));

const pages = useTestPages({ OCR_WEB_VISUAL_ZONE: 'true', OCR_WEB_BARCODES: 'true' });
const without = useTestPages();
let picture: Buffer;
beforeAll(async () => {
  // On a strip above the page, so that no print is covered.
  const code = await drawBarcode('RSSMRA80A01H501U', 'Code39', { width: 620, height: 60 });
  picture = await sharp(passport)
    .extend({ top: 100, background: '#ffffff' })
    .composite([{ input: code, top: 20, left: 20 }])
    .jpeg({ quality: 92 })
    .toBuffer();
}, 60_000);

async function readBoth(page: Page): Promise<void> {
  await signIn(page);
  await page.getByLabel('What is printed for people').check();
  await page.getByLabel('Barcodes').check();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Choose files' }).click()]);
  await chooser.setFiles({ name: 'passport.jpg', mimeType: 'image/jpeg', buffer: picture });
}

const wordOf = (page: Page, name: string) => page.locator(`[data-print=${name}] .evidence`).textContent();

test('print stands beside the zone in words, its places over the picture, barcodes below', async () => {
  const page = await pages.open();
  await readBoth(page);
  await page.locator('[data-print=surname]').waitFor({ timeout: 60_000 });
  expect(await wordOf(page, 'surname')).toBe('The zone says the same');
  // One letter of the forged specimen's given names differs from its zone.
  expect(await wordOf(page, 'given_names')).toMatch(/^The zone says something else · The zone says GIAN/);
  // At the top as well, where nobody who sees “Sure” can overlook it.
  expect(await page.locator('[data-contradiction]').allTextContents()).toEqual([
    'Print differs from the zone: Given names',
    'Barcode in doubt: Surname, Given names, Date of birth',
  ]);
  await page.locator('[data-barcode=code_39]').waitFor();
  expect(await page.locator('[data-barcode=code_39]').textContent()).toContain('Check character: right');
  expect(await page.locator('[data-place=barcode]').count()).toBe(1);
  const place = page.locator('[data-place=surname]');
  expect(await place.getAttribute('class')).toBe('print-outline match');
  await page.locator('[data-print=surname]').hover();
  expect(await place.getAttribute('class')).toBe('field-outline');
  expect(await findBarriers(page)).toEqual([]);
  await page.getByLabel('Español').click();
  await page.getByRole('heading', { name: 'Impreso para personas' }).waitFor();
  expect(await wordOf(page, 'given_names')).toMatch(/^La zona dice otra cosa · La zona dice GIAN/);
});

test('a service that reads the zone only offers that', async () => {
  const page = await without.open();
  await readBoth(page);
  await page.getByText('This service does not read visual zones').waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Read the zone only' }).click();
  await page.locator('[data-field=surname]').waitFor({ timeout: 60_000 });
  expect(await page.locator('[data-print]').count()).toBe(0);
});
