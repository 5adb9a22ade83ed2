import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { fillToken, findBarriers, fixture, readOnService, readStorage, signIn, token, useTestPages } from './open-test-page.ts';

const pages = useTestPages();

/** The fields of the document that is shown: name, value, evidence. */
const readFields = (page: Page) =>
  page
    .locator('.field-row')
    .evaluateAll((rows) =>
      rows.map((row) => [
        row.getAttribute('data-field'),
        ...['.field-value', '.evidence'].map((selector) => row.querySelector(selector)?.textContent?.replaceAll(/\s+/g, ' ').trim()),
      ]),
    );

const proved = 'Proved by its check digit and the composite check digit';

test('one click on the specimen and a token lead to filled fields with their evidence', async () => {
  const page = await pages.open();
  await readOnService(page);
  await page.getByRole('button', { name: 'Try a specimen' }).click();
  await fillToken(page, token);
  await page.locator('.field-row').first().waitFor();
  const fields = await readFields(page);
  expect(fields.map(([name, value]) => [name, value])).toEqual([
    ['code', 'P'],
    ['issuer', 'Utopia (specimen) UTO'],
    ['surname', 'ERIKSSON'],
    ['given_names', 'ANNA MARIA'],
    ['number', 'L898902C3'],
    ['nationality', 'Utopia (specimen) UTO'],
    ['birth_date', 'August 12, 1974 740812'],
    ['sex', 'Female F'],
    ['expiry_date', 'April 15, 2012 120415'],
    ['optional1', 'ZE184226B'],
  ]);
  expect(fields.filter(([, , evidence]) => evidence === proved).map(([name]) => name)).toEqual(['number', 'birth_date', 'expiry_date']);
  expect(await page.locator('.overlay .character').count()).toBe(88);
  expect(await findBarriers(page)).toEqual([]);
});

test('a field, the form and the JSON are copied, and the CSV is downloaded', async () => {
  const page = await pages.open();
  await signIn(page);
  await page.getByRole('button', { name: 'Try a specimen' }).click();
  await page.getByRole('button', { name: 'Copy Date of birth' }).click();
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  expect(await clipboard()).toBe('1974-08-12');
  await page.getByRole('button', { name: 'Copy all fields' }).click();
  expect(await clipboard()).toContain('Surname: ERIKSSON\nGiven names: ANNA MARIA\nDocument number: L898902C3');
  await page.getByRole('button', { name: 'Copy JSON' }).click();
  expect(JSON.parse(await clipboard())).toMatchObject({ documents: [{ main_number: 'L898902C3', score: 100 }] });
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const csv = readFileSync(await (await downloading).path(), 'utf8');
  expect(csv.split('\r\n')[4]).toMatch(/^1,1,TD3,passport,100,number,L898902C3,,L898902C3,proved,0\.99/);
});

test('a file is read when it is chosen, pasted or dropped anywhere', async () => {
  const page = await pages.open();
  await signIn(page);
  const again = async () => {
    await page.getByText('Document number').first().waitFor();
    await page.getByRole('button', { name: 'Read another' }).click();
  };
  await page.getByLabel('Choose files').setInputFiles(fixture('passport.jpg'));
  await again();
  const bytes = readFileSync(fixture('card.png')).toString('base64');
  for (const kind of ['paste', 'drop'] as const) {
    await page.evaluate(
      ([how, content]) => {
        const data = new DataTransfer();
        const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
        data.items.add(new File([bytes], 'card.png', { type: 'image/png' }));
        if (how === 'paste') dispatchEvent(new ClipboardEvent('paste', { clipboardData: data }));
        else
          document.querySelector('footer')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
      },
      [kind, bytes] as const,
    );
    await again();
  }
});

test.each(['scan.pdf', 'pages.tiff', 'card.heic'])('%s, which browsers do not show, is shown as the service draws it', async (name) => {
  const page = await pages.open();
  await signIn(page);
  await page.getByLabel('Choose files').setInputFiles(fixture(name));
  await page.locator('.viewer-page img').first().waitFor();
  const isDrawn = () =>
    page
      .locator('.viewer-page img')
      .first()
      .evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth > 0));
  expect(await isDrawn()).toBe(true);
  expect(await findBarriers(page)).toEqual([]);
});

test('a picture without a zone gets the hint that says what to do', async () => {
  const page = await pages.open();
  await signIn(page);
  const blank = await page.screenshot();
  await page.getByLabel('Choose files').setInputFiles({ name: 'blank.png', mimeType: 'image/png', buffer: blank });
  const hint = page.locator('[data-hint]').first();
  await hint.waitFor();
  expect([await hint.getAttribute('data-hint'), await hint.textContent()]).toEqual([
    'no_mrz',
    'No machine readable zone was found. Photograph the side with the lines of capital letters, digits and < signs, the whole page in the picture.',
  ]);
  expect(await findBarriers(page)).toEqual([]);
});

test('a file that is no picture is refused in words, and can be tried again', async () => {
  const page = await pages.open();
  await signIn(page);
  await page.getByLabel('Choose files').setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') });
  const alert = page.getByRole('alert').filter({ hasText: 'could not be read' });
  await alert.waitFor();
  expect(await alert.textContent()).toContain('Upload a valid image');
  expect(await findBarriers(page)).toEqual([]);
});

test('a wrong token is said to be wrong; a right one is kept only where that is wished', async () => {
  const page = await pages.open();
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await fillToken(page, 'not-a-token-of-this-service');
  await page.getByText('The service does not know this token, or it was revoked.').waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await fillToken(page, token);
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(await readStorage(page)).not.toContain(token);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('Keep me signed in').check();
  await fillToken(page, token);
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  const storages = await page.evaluate(() => [{ ...localStorage }, { ...sessionStorage }]);
  expect(storages).toEqual([{}, { 'ocr-web.token': token }]);
  await page.reload();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
});
