import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { fileProblems } from '../../../packages/registers/test/file-problems.ts';
import { findBarriers, fixture, readStorage, useTestPages } from './open-test-page.ts';

const pages = useTestPages();

/** Drawn documents of people whom nobody is. */
const drawn = (name: string) => join(import.meta.dirname, '../../../bench/smoke/pictures', name);
const family = ['normal-00007.jpg', 'normal-00006.jpg', 'normal-00015.jpg'].map(drawn);
/** The first is read well, but not surely. */
const swedes = ['normal-00010.jpg', 'normal-00006.jpg'].map(drawn);

async function chooseRegister(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Guests' }).click();
  await page.getByLabel('Register', { exact: true }).selectOption(name);
}

const fill = (page: Page, level: string, values: Readonly<Record<string, string>>) =>
  Object.entries(values).reduce(
    (before, [fact, value]) => before.then(() => page.locator(`[data-level=${level}] [data-fact=${fact}] input`).fill(value)),
    Promise.resolve(),
  );

const lodging = {
  ...{ cz_idub: '123456789012', cz_abbreviation: 'VODPO', name: 'Hotel Pošta', district: 'Strakonice', municipality: 'Vodňany' },
  postal_code: '38901',
};

test('three pictures and two typed values make a valid file, within a minute, and nothing leaves the browser', async () => {
  const page = await pages.open();
  // Once for all nights: the lodging.
  await chooseRegister(page, 'ubyport');
  await page.getByRole('button', { name: 'Add a guest by hand' }).click();
  await fill(page, 'property', lodging);
  await page.reload();

  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const start = performance.now();
  await chooseRegister(page, 'ubyport');
  await page.getByLabel('Add documents').setInputFiles(family);
  await page.getByRole('heading', { name: 'Guest 3: WHSCHTH CDAJFLWF IA' }).waitFor({ timeout: 60_000 });
  // Only what is missing is asked for.
  const facts = await page.locator('[data-fact]').evaluateAll((fields) => fields.map((field) => field.getAttribute('data-fact')));
  expect(facts).toEqual(['departure_date', 'purpose']);
  expect(await page.getByRole('button', { name: 'Download the file' }).isDisabled()).toBe(true);
  expect(await findBarriers(page)).toEqual([]);
  await page.getByLabel('Day of departure').fill('2099-01-02');
  await page.getByLabel('Purpose of the stay').fill('10');
  await page.getByText('Nothing is missing. Download the file').waitFor();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the file' }).click();
  const download = await downloading;
  expect(performance.now() - start).toBeLessThan(60_000);
  expect(download.suggestedFilename()).toMatch(/^123456789012_\d{10}\.unl$/);
  const bytes = readFileSync(await download.path());
  expect(fileProblems('ubyport', 'file', bytes)).toEqual([]);
  const guests = new TextDecoder('windows-1250').decode(bytes).split('\r\n').slice(1, -1);
  expect(guests.map((line) => line.split('|').slice(2).join('|'))).toEqual([
    '02.01.2099|ENWIGRDO|SEQUMM||16.09.1975|||ISL||605619608||10||',
    '02.01.2099|WOJI|KOOK||16.01.1995|||SWE||HV3948482||10||',
    '02.01.2099|IA|WHSCHTH CDAJFLWF||24.09.1959|||FRA||CC7178704||10||',
  ]);
  expect(asked.filter((path) => path.startsWith('/api/'))).toEqual([]);
  expect(await readStorage(page)).not.toMatch(/ENWIGRDO|WOJI|WHSCHTH|605619608/);
  expect(await findBarriers(page)).toEqual([]);
});

test('what was typed wrong is said beside it, and a code of a portal is asked for once a state', async () => {
  const page = await pages.open();
  await chooseRegister(page, 'alloggiati');
  await page.getByLabel('Add documents').setInputFiles(swedes);
  await page.getByRole('heading', { name: /^Guest 2: KOOK/ }).waitFor({ timeout: 60_000 });
  const guest = (index: number, fact: string) => page.locator(`[data-guest="${index}"] [data-fact=${fact}]`);
  await guest(0, 'it_citizenship').locator('input').fill('swe');
  await guest(0, 'it_citizenship').getByText('is not written as the register wants it').waitFor();
  expect(await guest(0, 'it_citizenship').locator('input').getAttribute('aria-invalid')).toBe('true');
  await guest(0, 'it_citizenship').locator('input').fill('100000123');
  // Both are Swedish.
  await guest(1, 'it_citizenship').getByText('is missing').waitFor({ state: 'hidden' });
  await page.locator('[data-fact=party] select').selectOption('family');
  expect(await findBarriers(page)).toEqual([]);
});

test('what was not read surely is shown to be compared, everything can be corrected, and what the register did to it is said', async () => {
  const page = await pages.open();
  await chooseRegister(page, 'siba');
  await page.getByLabel('Add documents').setInputFiles(swedes.slice(0, 1));
  await page.getByRole('heading', { name: /^Guest 1: DONNWEJI/ }).waitFor({ timeout: 60_000 });
  const card = page.locator('[data-guest="0"]');
  await card.getByText('Surname was read as "LIKHER", but not surely. Compare with the document.').waitFor();
  const surname = card.getByLabel('Surname', { exact: true });
  expect(await surname.inputValue()).toBe('LIKHER');
  await surname.fill('Łikher');
  await page.getByRole('heading', { name: 'Guest 1: DONNWEJI UKOL WEMMJIPU Łikher' }).waitFor();
  await card.getByText('"Łikher" is filed as LIKHER').waitFor();
  await card.getByRole('button', { name: 'Change other values' }).click();
  expect(await card.getByLabel('Document number').inputValue()).toBe('145272200');
  expect(await findBarriers(page)).toEqual([]);
});

test.each([
  ['it-IT', 'it', 'Gli ospiti di stanotte', 'Aggiungere un ospite a mano', 'Cognome'],
  ['pt-PT', 'pt', 'Os hóspedes desta noite', 'Acrescentar um hóspede à mão', 'Apelido'],
  ['es-ES', 'es', 'Los huéspedes de esta noche', 'Añadir un huésped a mano', 'Apellidos'],
])('in %s these screens speak %s', async (locale, language, title, byHand, surname) => {
  const page = await pages.open('/#/guests', { locale });
  await page.getByRole('heading', { name: title }).waitFor();
  expect(await page.locator('.guests-view').getAttribute('lang')).toBe(language);
  await page.getByRole('button', { name: byHand }).click();
  await page.getByLabel(surname, { exact: true }).waitFor();
  expect(await findBarriers(page)).toEqual([]);
});

test('what this browser cannot read can be typed, or read on the service when that is said', async () => {
  const page = await pages.open();
  await chooseRegister(page, 'ses');
  await page.getByLabel('Add documents').setInputFiles(fixture('scan.pdf'));
  await page.getByText('Nothing was read.').waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Read it on the service' }).waitFor();
  await page.getByLabel('Surname', { exact: true }).fill('Specimen');
  await page.getByRole('heading', { name: 'Guest 1: Specimen' }).waitFor();
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByText('Add the documents of the guests').waitFor();
});
