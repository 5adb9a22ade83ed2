import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createPictureDecoder, createScratch, loadModels, type ReaderTools, readPicture } from '@ocr-web/reader-node/in-process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import expected from '../../reader-node/test/fixtures/expected.json' with { type: 'json' };
import { buildPage } from './browser/build-page.ts';
import type { DrivenBrowser } from './browser/driven-browser.ts';
import { otherBrowsers } from './browser/other-browsers.ts';
import type { FileOutcome } from './browser/reader-page-api.ts';
import { type PageServer, servePage } from './browser/serve-page.ts';
import { compareReadings } from './parity/compare-readings.ts';

const fixtures = new URL('../../reader-node/test/fixtures/', import.meta.url);
const load = (name: string) => readFileSync(new URL(name, fixtures));
const decodable = Object.keys(expected).filter((name) => /\.(jpg|png|webp|gif|avif|bmp)$/.test(name));

describe.each(otherBrowsers)('in $name', ({ open }) => {
  let server: PageServer;
  let browser: DrivenBrowser;
  let tools: ReaderTools;
  beforeAll(async () => {
    server = await servePage(await buildPage(fileURLToPath(new URL('./page/', import.meta.url))));
    browser = await open();
    await browser.open(server.origin);
    tools = { decodePicture: createPictureDecoder({ maxPixels: 100_000_000 }), models: await loadModels(), scratch: createScratch() };
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  const readFiles = async (names: readonly string[]) => {
    for (const name of names) server.files.set(name, load(name));
    return await browser.evaluate<FileOutcome[]>(`readerPage.readFiles(${JSON.stringify(names)})`);
  };

  test.each(decodable)('%s is read as Node reads it', async (name) => {
    const [outcome] = await readFiles([name]);
    if (!outcome || 'code' in outcome) throw new Error(`${name}: ${outcome?.message}`);
    const today = new Date().toISOString().slice(0, 10);
    const { corners_px, ...rest } = compareReadings(outcome.reading, await readPicture(load(name), tools, { today }));
    expect(rest).toEqual({ sameLines: true, sameHints: true, samePages: true, scores: [100, 100] });
    expect(corners_px).toBeLessThan(2);
  });

  test('what it cannot decode is refused with a way out', async () => {
    const outcomes = await readFiles(['card.heic', 'pages.tiff', 'scan.pdf']);
    expect(outcomes.map((outcome) => ('code' in outcome ? outcome.code : 'read'))).toEqual(Array(3).fill('picture.unsupported'));
  });

  test('frames are read, and nothing breaks the policy', async () => {
    server.files.set('passport.jpg', load('passport.jpg'));
    const { second } = await browser.evaluate<{ second: { lines: string[] }[] }>(`readerPage.readFrames('passport.jpg')`);
    expect(second[0]?.lines).toEqual(expected['passport.jpg'].zones[0]?.lines);
    expect(browser.complaints).toEqual([]);
  });
});
