import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findBarriers, useTestPages } from './open-test-page.ts';

const specimen = join(import.meta.dirname, '../../server/assets/specimen-passport.png');

const pages = useTestPages();

const findOverflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const eventNames = (page: Page) => page.locator('#events-rows tr td:first-child').allTextContents();

const looks = [320, 1280].flatMap((width) => (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })));

test.each(looks)('at $width pixels, $colorScheme, the examples fit and have no barrier', async ({ width, colorScheme }) => {
  const page = await pages.open('/scanner', { viewport: { width, height: 800 }, colorScheme, reducedMotion: 'reduce' });
  await page.locator('#playground mrz-scanner').waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'scanFile(specimen)' }).click();
  await page.locator('#events-rows summary').first().click();
  expect(await findBarriers(page)).toEqual([]);
  expect(await findOverflow(page)).toBe(0);
});

test('the few lines that are shown fill the form, under a policy that names no other host', async () => {
  const page = await pages.open('/scanner');
  const script = await page.locator('[data-shown=form-script]').textContent();
  expect(script).toContain("addEventListener('result'");
  expect(await page.locator('[data-shown=form-markup]').textContent()).toContain('<mrz-scanner id="form-scanner"></mrz-scanner>');
  await page.locator('#form-scanner').locator('input[type=file]').setInputFiles(specimen);
  await expect.poll(() => page.getByLabel('Surname').inputValue()).toBe('ERIKSSON');
  const form = page.locator('#check-in');
  const values = await form.locator('input').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
  expect(values).toEqual(['ERIKSSON', 'ANNA MARIA', 'L898902C3', '1974-08-12', '2012-04-15']);
  expect(await page.locator('#policy-text').textContent()).toBe(
    [
      "default-src 'none'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "worker-src 'self'",
      "connect-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join(';\n'),
  );
});

test('every setting is written into the markup and reaches the element', async () => {
  const page = await pages.open('/scanner');
  await page.getByLabel('Language').selectOption('es');
  await page.getByLabel('Side').selectOption('user');
  await page.getByLabel('Formats').selectOption('TD1 TD2');
  for (const flag of ['no-upload', 'sound', 'vibration', 'autostart']) await page.getByRole('checkbox', { name: flag }).check();
  await page.getByLabel('Text with a result').fill('Listo');
  await page.getByLabel('Width of the picture').selectOption('1920');
  await page.getByLabel('Accent').selectOption('plum');
  expect(await page.locator('#markup').textContent()).toBe(
    [
      '<mrz-scanner lang="es" facing="user" formats="TD1 TD2" autostart no-upload sound vibration></mrz-scanner>',
      'scanner.messages = {"done":"Listo"};',
      'scanner.constraints = { width: { ideal: 1920 } };',
      '/* style sheet */ mrz-scanner { --mrz-scanner-accent: …; }',
    ].join('\n'),
  );
  const scanner = page.locator('#playground mrz-scanner');
  expect(await scanner.evaluate((element) => [Reflect.get(element, 'constraints'), Reflect.get(element, 'messages')])).toEqual([
    { width: { ideal: 1920 } },
    { done: 'Listo' },
  ]);
  expect(await scanner.locator('[part~=file-button]').isVisible()).toBe(false);
  expect(await scanner.evaluate((element) => getComputedStyle(element).getPropertyValue('--mrz-scanner-accent'))).toMatch(/7a1f5c/);
  // It began by itself each time it was placed, and there is no camera here.
  await expect.poll(() => eventNames(page)).toContain('error');
});

test('methods are called, and what came of them is listed', async () => {
  const page = await pages.open('/scanner');
  await page.getByRole('button', { name: 'scanFile(specimen)' }).click();
  await expect.poll(() => eventNames(page)).toEqual(['result']);
  await page.getByText('TD3, score').waitFor();
  await page.getByRole('button', { name: 'stop()' }).click();
  await page.getByRole('button', { name: 'start()', exact: true }).click();
  await expect.poll(() => eventNames(page)).toEqual(['error', 'result']);
});
