/**
 * The reader in a browser over pictures: `node bench/browser.ts FILE…` prints for each what
 * `ocr-web scan --json` prints, read by packages/reader-web in Chromium. So both can be compared,
 * and whatever scores the lines of the one scores those of the other.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unreadV1Result } from '@ocr-web/api';
import { v1Result } from '@ocr-web/results';
import { buildPage } from '../packages/reader-web/test/browser/build-page.ts';
import { openPage } from '../packages/reader-web/test/browser/open-page.ts';
import type { FileOutcome } from '../packages/reader-web/test/browser/reader-page-api.ts';

const root = fileURLToPath(new URL('../packages/reader-web/test/page/', import.meta.url));

function recordOf(file: string, outcome: FileOutcome): object {
  if ('code' in outcome) return { file, ...unreadV1Result, status: 'ERR', mrz: null, timing: null, error: outcome };
  const { reading } = outcome;
  const [best] = reading.zones;
  const mrz = best ? { format: best.document.format, lines: best.lines } : null;
  return { file, ...v1Result(reading), status: 'COM', mrz, timing: reading.timing };
}

const { page, server, close } = await openPage(await buildPage(root));
for (const file of process.argv.slice(2)) {
  server.files.set(basename(file), readFileSync(file));
  const [outcome] = await page.evaluate((names) => readerPage.readFiles(names), [basename(file)]);
  server.files.delete(basename(file));
  process.stdout.write(`${JSON.stringify(recordOf(file, outcome!))}\n`);
}
await close();
