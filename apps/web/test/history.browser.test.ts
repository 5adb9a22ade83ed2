import { readFileSync } from 'node:fs';
import { createClient } from '@ocr-web/api/client';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findBarriers, fixture, signIn, token, useTestPages } from './open-test-page.ts';

const pages = useTestPages();

const rows = (page: Page) => page.locator('tbody th a').allTextContents();

test('without a token the lists ask for one', async () => {
  const page = await pages.open('/#/scans');
  await page.getByText('Sign in to see this.').waitFor();
  expect(await findBarriers(page)).toEqual([]);
});

test('with a token and nothing sent the lists say what would be there', async () => {
  const page = await pages.open('/#/scans');
  await signIn(page);
  await page.getByText('No scans yet').waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('link', { name: 'Batches' }).click();
  await page.getByText('No batches yet').waitFor();
  expect(await findBarriers(page)).toEqual([]);
});

test('scans are listed by pages, found by reference, opened and deleted', async () => {
  const client = createClient({ baseUrl: pages.url, token });
  const card = new Blob([readFileSync(fixture('card.png'))]);
  for (let index = 1; index <= 22; index++) await client.scans.create(card, { reference: `booking-${index}` });
  const page = await pages.open('/#/scans');
  await signIn(page);
  await page.getByRole('link', { name: 'Scan 22' }).waitFor();
  expect((await rows(page)).length).toBe(20);
  await page.getByRole('button', { name: 'Show more' }).click();
  await page.getByRole('link', { name: 'Scan 1', exact: true }).waitFor();
  expect((await rows(page)).length).toBe(22);
  await page.getByLabel('Find by reference').fill('booking-7');
  await page.getByRole('button', { name: 'Find' }).click();
  await expect.poll(() => rows(page)).toEqual(['Scan 7']);
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('link', { name: 'Scan 7' }).click();
  await page.locator('.viewer-page img').waitFor();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('booking-7');
  await page.getByRole('button', { name: 'Delete' }).click();
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('link', { name: 'Scan 22' }).waitFor();
  await page.getByRole('button', { name: 'Delete: Scan 22' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Delete: Scan 22' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect.poll(async () => (await rows(page))[0]).toBe('Scan 21');
  await expect(client.scans.get(22)).rejects.toMatchObject({ status: 404 });
  await page.goto(`${pages.url}/#/scans/7`);
  await page.getByText('There is no such scan.').waitFor();
});

test('a scan whose picture is not kept any more says so, and shows what was read', async () => {
  const client = createClient({ baseUrl: pages.url, token });
  const { id } = await client.scans.read(new Blob([readFileSync(fixture('passport.jpg'))]), { retainPictureMinutes: 0 });
  await expect.poll(() => client.scans.picture(id).catch((error) => error.code)).toBe('picture.deleted');
  const page = await pages.open(`/#/scans/${id}`);
  await signIn(page);
  await page.getByText('The service has deleted the picture. What was read in it is kept.').waitFor();
  expect(await page.locator('[data-field=number]').textContent()).toContain('UT1204583');
  expect(await findBarriers(page)).toEqual([]);
});

test('several files become a batch whose progress is shown as it comes', async () => {
  const page = await pages.open();
  await signIn(page);
  const files = ['passport.jpg', 'scan.pdf', 'README.md'].map(fixture);
  await page.getByLabel('Choose files').setInputFiles(files);
  await page.getByText('3 of 3 done').waitFor();
  await page.locator('.batch-results li').nth(2).waitFor();
  expect(await page.locator('.batch-results li').allTextContents()).toEqual([
    expect.stringMatching(/^passport\.jpgRead(Passport|Identity card) · /),
    expect.stringMatching(/^scan\.pdfRead/),
    expect.stringMatching(/^README\.mdFailedUpload a valid image/),
  ]);
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('link', { name: 'All batches' }).click();
  await page.getByRole('link', { name: 'Batch 1' }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('No batches yet').waitFor();
});

test('a token that is revoked meanwhile ends the session in words', async () => {
  const page = await pages.open('/#/scans');
  await signIn(page);
  await page.route('**/api/v2/batches*', (route) => route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{}' }));
  await page.getByRole('link', { name: 'Batches' }).click();
  await page.getByRole('button', { name: 'Sign in' }).first().waitFor();
});
