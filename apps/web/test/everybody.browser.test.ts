import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { fillToken, findBarriers, fixture, readOnService, signIn, token, useTestPages } from './open-test-page.ts';

const pages = useTestPages();

/** By how many pixels the page is wider than its window. */
const findOverflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const sizes = [
  ['a phone', { width: 320, height: 640 }],
  ['a desktop', { width: 1280, height: 900 }],
  // What is left of such a window at 200 % zoom.
  ['a desktop at 200 %', { width: 640, height: 450 }],
] as const;
const looks = sizes.flatMap(([name, viewport]) => (['light', 'dark'] as const).map((colorScheme) => ({ name, viewport, colorScheme })));

test.each(looks)('every view fits $name and has no barrier, $colorScheme', async ({ viewport, colorScheme }) => {
  const page = await pages.open('/', { viewport, colorScheme, hasTouch: viewport.width === 320, reducedMotion: 'reduce' });
  const findings: string[] = [];
  const look = async (view: string) => {
    findings.push(...(await findBarriers(page)).map((barrier) => `${view}: ${barrier}`));
    if ((await findOverflow(page)) > 0) findings.push(`${view}: wider than its window`);
  };
  await look('read');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await look('sign in');
  await fillToken(page, token);
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await readOnService(page);
  await page.getByLabel('Choose files').setInputFiles(fixture('pages.tiff'));
  await page.getByRole('tab').first().waitFor();
  await page.locator('.viewer-page img').waitFor();
  await look('result');
  await page.getByRole('link', { name: 'Guests' }).click();
  await page.getByRole('button', { name: 'Add a guest by hand' }).click();
  await page.locator('[data-fact]').first().waitFor();
  await look('guests');
  await page.getByRole('link', { name: 'Scans' }).click();
  await page.locator('.table').waitFor();
  await look('scans');
  await page.getByRole('link', { name: 'Batches' }).click();
  await page.getByText('No batches yet').waitFor();
  await look('batches');
  await page.goto(`${pages.url}/admin`);
  await signIn(page);
  await page.locator('.chart canvas').first().waitFor();
  await look('admin');
  expect(findings).toEqual([]);
});

test('in Spanish the page says so, keeps the choice, and has no barrier', async () => {
  const page = await pages.open('/', { locale: 'es-MX' });
  await page.getByRole('heading', { name: 'Lea un pasaporte, documento de identidad o visado' }).waitFor();
  expect(await page.getAttribute('html', 'lang')).toBe('es');
  await page.getByLabel('English').click();
  await page.getByRole('heading', { name: 'Read a passport' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Read a passport' }).waitFor();
  expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({ 'ocr-web.preferences': '{"theme":"auto","language":"en"}' });
  await page.getByLabel('Español').click();
  await page.getByRole('button', { name: 'Iniciar sesión' }).waitFor();
  expect(await findBarriers(page)).toEqual([]);
});

test('dark is a choice that holds whatever the system wants', async () => {
  const page = await pages.open('/', { colorScheme: 'light' });
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await ground();
  await page.getByLabel('Dark').click();
  await expect.poll(ground).not.toBe(light);
  await page.reload();
  await page.getByLabel('Dark').waitFor();
  expect(await ground()).not.toBe(light);
});

test('from right to left everything has its place', async () => {
  const page = await pages.open('/', { viewport: { width: 320, height: 640 } });
  await signIn(page);
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  await page.getByRole('button', { name: 'Try a specimen' }).click();
  await page.locator('.viewer-page img').waitFor();
  expect(await findOverflow(page)).toBe(0);
});

test('the keyboard alone reads a specimen, moves between documents, zooms and moves the picture', async () => {
  const page = await pages.open();
  await signIn(page);
  await page.reload();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  await signIn(page);
  await page.getByLabel('Choose files').setInputFiles(fixture('pages.tiff'));
  await page.getByRole('tab').first().focus();
  await page.keyboard.press('ArrowRight');
  expect(await page.getByRole('tab').nth(1).getAttribute('aria-selected')).toBe('true');
  const frame = page.locator('.viewer-frame');
  await frame.focus();
  for (const _ of [1, 2, 3]) await page.keyboard.press('+');
  const place = () => frame.evaluate((box) => [box.scrollLeft, box.scrollWidth / box.clientWidth]);
  const [left, zoom] = (await place()) as [number, number];
  expect(zoom).toBeGreaterThan(3);
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await place())[0]).toBeGreaterThan(left);
  await page.keyboard.press('0');
  await expect.poll(async () => (await place())[1]).toBe(1);
});

test('what has happened is told to a screen reader, and the focus is where it happened', async () => {
  const page = await pages.open();
  await signIn(page);
  await page.getByRole('button', { name: 'Try a specimen' }).click();
  await page.getByText('One document was read.').waitFor({ state: 'attached' });
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
});

test('nothing jumps while the page is loaded', async () => {
  const page = await pages.open();
  await page.getByRole('heading', { level: 1 }).waitFor();
  const shift = await page.evaluate(async () => {
    const entries: { value: number }[] = [];
    const observer = new PerformanceObserver((list) => entries.push(...(list.getEntries() as unknown as { value: number }[])));
    observer.observe({ type: 'layout-shift', buffered: true });
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return entries.reduce((sum, { value }) => sum + value, 0);
  });
  expect(shift).toBe(0);
});

test('without a network the page opens, and nothing of the API or of a picture is kept', async () => {
  const page = await pages.open();
  await signIn(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.getByLabel('Choose files').setInputFiles(fixture('passport.jpg'));
  await page.locator('.viewer-page img').waitFor();
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => await (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept.filter((path) => !/^\/($|assets\/[\w-]+\.(js|css|png)$|icon\.svg$|manifest\.webmanifest$)/.test(path))).toEqual([]);
  await page.context().setOffline(true);
  await page.reload();
  await page.getByRole('heading', { name: 'Read a passport' }).waitFor();
});
