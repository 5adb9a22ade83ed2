import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { useTestServer } from '../test/start-test-server.ts';
import { fetchApiDocument } from './api-document.ts';

const hasChromium = spawnSync('chromium', ['--version']).status === 0;

const server = useTestServer();

/**
 * Shows a page in a browser that finds no other host than the service's; returns what the page
 * became and what the browser complained of.
 */
async function browse(path: string): Promise<{ page: string; complaints: string[] }> {
  const options = ['--headless=new', '--no-sandbox', '--disable-gpu', '--enable-logging=stderr', '--virtual-time-budget=30000'];
  const alone = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';
  const { stdout, stderr } = await promisify(execFile)('chromium', [...options, alone, '--dump-dom', `${server.url}${path}`], {
    maxBuffer: 1e8,
  });
  return { page: stdout, complaints: stderr.split('\n').filter((line) => /CONSOLE|Refused|Content.Security/i.test(line)) };
}

// Where there is no Chromium the tests of the pages' sources (docs.test.ts) have to do.
test.runIf(hasChromium)('a browser without any other host shows every operation, and has nothing to complain of', async () => {
  const { page, complaints } = await browse('/docs');
  expect(complaints).toEqual([]);
  const shown = Array.from(page.matchAll(/data-path="([^"]+)"/g), ([, path]) => path);
  const { operations } = await fetchApiDocument(server.url);
  expect([...new Set(operations.map(({ path }) => path))].filter((path) => !shown.includes(path))).toEqual([]);
});

test.runIf(hasChromium)('an operation that is opened shows its examples, without a complaint either', async () => {
  const { page, complaints } = await browse('/docs#/Scans/createScan');
  expect(complaints).toEqual([]);
  expect(page).toContain('booking-77');
});

test.runIf(hasChromium)('the page of problems likewise', async () => {
  const { page, complaints } = await browse('/docs/problems');
  expect(complaints).toEqual([]);
  expect(page).toContain('<h2>There is nothing here</h2>');
});
