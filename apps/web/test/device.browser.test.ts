import { expect, test } from 'vitest';
import { fillToken, findBarriers, fixture, token, useTestPages } from './open-test-page.ts';

const pages = useTestPages();

test('one click on the specimen fills the fields without a token, and the picture stays in the browser', async () => {
  const page = await pages.open();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.getByRole('button', { name: 'Try a specimen' }).click();
  await page.locator('[data-field=number]').waitFor({ timeout: 60_000 });
  expect(await page.locator('[data-field=number] .field-value').textContent()).toContain('L898902C3');
  expect(await page.locator('.facts').textContent()).toContain('on this device');
  expect(asked.filter((path) => path.startsWith('/api/'))).toEqual([]);
  expect(await findBarriers(page)).toEqual([]);
});

test('print is read on this device where that is ticked, and nothing is sent', async () => {
  const page = await pages.open();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  expect(await page.getByLabel('Barcodes').count()).toBe(0);
  await page.getByLabel('What is printed for people').check();
  await page.getByLabel('Choose files').setInputFiles(fixture('visual/genuine.jpg'));
  await page.locator('[data-print=surname]').waitFor({ timeout: 60_000 });
  expect(await page.locator('.facts').textContent()).toContain('on this device');
  expect(asked.filter((path) => path.startsWith('/api/'))).toEqual([]);
  expect(await findBarriers(page)).toEqual([]);
});

test('several files are sent as a batch only when that is said', async () => {
  const page = await pages.open();
  await page.getByLabel('Choose files').setInputFiles(['passport.jpg', 'card.png'].map(fixture));
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading', { name: 'Send 2 files to the service?' }).waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Send' }).click();
  await fillToken(page, token);
  await page.getByText('2 of 2 done').waitFor();
});

test('what is no picture is nothing to send either', async () => {
  const page = await pages.open();
  await page.getByLabel('Choose files').setInputFiles(fixture('README.md'));
  await page.getByText('The file is not a picture.').waitFor({ timeout: 60_000 });
  expect(await page.getByRole('button', { name: 'Read it on the service' }).count()).toBe(0);
});

test('what the browser cannot read goes to the service only when that is said', async () => {
  const page = await pages.open();
  const sent: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && sent.push(new URL(request.url()).pathname));
  await page.getByLabel('Choose files').setInputFiles(fixture('scan.pdf'));
  const send = page.getByRole('button', { name: 'Read it on the service' });
  await send.waitFor({ timeout: 60_000 });
  expect(sent).toEqual([]);
  expect(await findBarriers(page)).toEqual([]);
  await send.click();
  await fillToken(page, token);
  await page.locator('.viewer-page img').waitFor();
  expect(sent).toEqual(['/api/v2/scans']);
});
