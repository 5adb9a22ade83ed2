import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ScanResultBody } from '@ocr-web/api';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type BuiltPage, buildPage } from '../../reader-web/test/browser/build-page.ts';
import { type OpenedPage, openPage } from '../../reader-web/test/browser/open-page.ts';
import type { ScannerEvent } from './browser/scanner-page-api.ts';
import { drawClip, type Scene } from './clips/draw-clip.ts';
import { documents } from './clips/draw-frame.ts';

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const fakeCamera = ['--use-fake-device-for-media-stream'];
const allowed = [...fakeCamera, '--use-fake-ui-for-media-stream'];
const clips = mkdtempSync(join(tmpdir(), 'ocr-web-clips-'));

let built: BuiltPage;
let opened: OpenedPage | undefined;

beforeAll(async () => {
  built = await buildPage(fileURLToPath(new URL('./page/', import.meta.url)));
});

afterEach(async () => {
  const { foreignRequests, complaints } = opened ?? { foreignRequests: [], complaints: [] };
  await opened?.close();
  opened = undefined;
  expect({ foreignRequests, complaints }).toEqual({ foreignRequests: [], complaints: [] });
});

afterAll(() => rmSync(clips, { recursive: true }));

async function open(args: readonly string[], scenes?: readonly Scene[]): Promise<OpenedPage> {
  const clip = join(clips, `${Math.random()}.mjpeg`);
  if (scenes) await drawClip(clip, scenes);
  opened = await openPage(built, { args: scenes ? [...args, `--use-file-for-fake-video-capture=${clip}`] : args });
  return opened;
}

async function violations({ page }: OpenedPage): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; help: string }[] }> } }).axe.run(),
  );
  return found.violations.map(({ id, help }) => `${id}: ${help}`);
}

/** Waits for an event; its detail. */
async function waitFor({ page }: OpenedPage, name: ScannerEvent['name'], which: (detail: never) => boolean = () => true): Promise<unknown> {
  for (;;) {
    const events = await page.evaluate(() => scannerPage.events());
    const found = events.find((event) => event.name === name && which(event.detail as never));
    if (found) return found.detail;
    await page.waitForTimeout(50);
  }
}

const status = ({ page }: OpenedPage) => page.locator('mrz-scanner [part=status]').textContent();
const button = ({ page }: OpenedPage, part: string) => page.locator(`mrz-scanner button[part~=${part}-button]`);
const place = ({ page }: OpenedPage, attributes: Readonly<Record<string, string>> = {}) =>
  page.evaluate((given) => scannerPage.place(given), attributes);
const said = (result: unknown) => (result as ScanResultBody).documents.map(({ main_number, score }) => ({ main_number, score }));

const specimen = [{ main_number: 'L898902C3', score: 100 }];
const held = { document: 'specimen', frames: 30 } as const;

test('a passport that is moved and out of focus, then held still', async () => {
  const scenes: Scene[] = [
    { frames: 45 },
    { ...held, blur: 6, offset: [-80, 30], angle: 8, frames: 60 },
    { ...held, blur: 6, offset: [-20, 10], angle: 5, frames: 60 },
    { ...held, frames: 120 },
  ];
  const scanner = await open(allowed, scenes);
  await place(scanner);
  expect(await violations(scanner)).toEqual([]);
  await button(scanner, 'main').click();
  const result = await waitFor(scanner, 'result');
  expect(said(result)).toEqual(specimen);
  expect((result as ScanResultBody).pages).toEqual([{ index: 0, width: 1280, height: 720 }]);
  expect(await status(scanner)).toBe('Done');
  expect(await button(scanner, 'main').textContent()).toBe('Scan again');
  // The focus stays where the person left it.
  expect(await scanner.page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('part'))).toBe(
    'button main-button',
  );
  expect(await violations(scanner)).toEqual([]);
});

test('says what is wrong, in Spanish, and offers a picture after a while', async () => {
  const scanner = await open(allowed, [{ ...held, blur: 9 }]);
  await place(scanner, { lang: 'es' });
  await button(scanner, 'main').click();
  await waitFor(scanner, 'hint', ({ code }: { code: string }) => code !== 'no_mrz');
  const { help, picture } = { help: scanner.page.locator('mrz-scanner [part=help]'), picture: button(scanner, 'picture') };
  await help.waitFor({ state: 'visible', timeout: 20_000 });
  expect([await help.textContent(), await picture.textContent()]).toEqual([
    '¿Sigue sin leerse? Haga una foto o elija una.',
    'Hacer una foto',
  ]);
  expect(await violations(scanner)).toEqual([]);
  await button(scanner, 'main').click();
  expect(await status(scanner)).toMatch(/^Ponga un pasaporte/);
});

test('a picture of the camera where frames do not suffice', async () => {
  // Print that the search of a frame does not see, and that of a picture does.
  const scanner = await open(allowed, [{ ...held, width: 430, angle: 30 }]);
  await place(scanner, { formats: 'TD1' });
  await button(scanner, 'main').click();
  await waitFor(scanner, 'frame');
  await button(scanner, 'picture').click();
  const result = await waitFor(scanner, 'result');
  expect((result as ScanResultBody).documents.map(({ main_number }) => main_number)).toEqual(['L898902C3']);
});

test('another kind of document is named and not taken', async () => {
  const scanner = await open(allowed, [held]);
  await place(scanner, { formats: 'TD1 TD2' });
  await button(scanner, 'main').click();
  expect(await waitFor(scanner, 'hint', ({ code }: { code: string }) => code === 'other_document')).toEqual({
    code: 'other_document',
    message: 'This is another kind of document',
  });
  expect(await scanner.page.evaluate(() => scannerPage.events().filter(({ name }) => name === 'result'))).toEqual([]);
});

test.each([
  ['without a camera', [], 'no-camera', 'There is no camera here. Choose a picture instead.'],
  ['where the camera is not allowed', fakeCamera, 'permission-denied', /^The camera was not allowed/],
] as const)('%s a picture can be chosen', async (_, args, code, sentence) => {
  const scanner = await open([...args, ...(args.length > 0 ? ['--deny-permission-prompts'] : [])]);
  await place(scanner);
  await button(scanner, 'main').click();
  expect(await waitFor(scanner, 'error')).toEqual({
    code,
    message: typeof sentence === 'string' ? sentence : expect.stringMatching(sentence),
  });
  expect(await violations(scanner)).toEqual([]);
  const [chooser] = await Promise.all([scanner.page.waitForEvent('filechooser'), button(scanner, 'file').click()]);
  await chooser.setFiles(documents.specimen);
  expect(said(await waitFor(scanner, 'result'))).toEqual(specimen);
});

test('a file that cannot be read, and one without a zone', async () => {
  const scanner = await open([]);
  scanner.server.files.set('scan.pdf', readFileSync(fileURLToPath(new URL('../../reader-node/test/fixtures/scan.pdf', import.meta.url))));
  scanner.server.files.set('paper.jpg', readFileSync(documents.paper));
  await place(scanner, { 'no-upload': '' });
  await scanner.page.evaluate(() => scannerPage.scanFile('scan.pdf'));
  const message = 'This browser cannot open that kind of file. Choose a JPEG or PNG picture.';
  expect(await waitFor(scanner, 'error')).toEqual({ code: 'picture-unsupported', message });
  expect(await button(scanner, 'file').isVisible()).toBe(false);
  await scanner.page.evaluate(() => scannerPage.scanFile('paper.jpg'));
  expect(await waitFor(scanner, 'hint')).toEqual({ code: 'no_mrz', message: 'Show the side with the lines of letters and < signs' });
});

test('dark, from right to left, in the words of the page', async () => {
  const scanner = await open([]);
  await scanner.page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await scanner.page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
  await place(scanner);
  await scanner.page.evaluate(() => scannerPage.setMessages({ done: 'Thank you' }));
  scanner.server.files.set('specimen.png', readFileSync(documents.specimen));
  await scanner.page.evaluate(() => scannerPage.scanFile('specimen.png'));
  expect(await status(scanner)).toBe('Thank you');
  expect(await violations(scanner)).toEqual([]);
});
