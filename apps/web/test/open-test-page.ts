import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { spawnServer } from '../../server/acceptance/spawn-server.ts';
import { prepareDataDirectory } from '../../server/test/prepare-data-directory.ts';
import { openBrowser } from './open-browser.ts';

export const token = 'token-of-the-page-tests';

/** What no address, storage or log line may hold: values of the specimens that the tests read. */
const identity = /ERIKSSON|ANNA|L898902C|740812|1974-08-12|ZE184226B/i;

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export type TestPages = {
  readonly url: string;
  readonly browser: Browser;
  /** Opens a page of its own and keeps account of what it asks for. */
  readonly open: (path?: string, options?: BrowserContextOptions) => Promise<Page>;
  /** Everything that broke a promise of the page so far: see the tests. */
  readonly findBreaches: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
};

/** Starts the whole service with its built page, and a browser. */
export async function openTestPages(environment: Readonly<Record<string, string>> = {}): Promise<TestPages> {
  const browser = await openBrowser();
  const directory = await prepareDataDirectory();
  const server = await spawnServer(directory, {
    OCR_WEB_TOKEN: token,
    OCR_WEB_LOG_LEVEL: 'debug',
    OCR_WEB_WEBHOOK_ALLOW_PRIVATE: 'true',
    ...environment,
  });
  const breaches: string[] = [];
  const pages: Page[] = [];
  const open: TestPages['open'] = async (path = '/', options = {}) => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'], ...options });
    const page = await context.newPage();
    pages.push(page);
    watchPage(page, server.url, breaches);
    await page.goto(`${server.url}${path}`);
    return page;
  };
  const findBreaches = async () => {
    const stored = await Promise.all(pages.map(readStorage));
    const storage = stored.filter((text) => identity.test(text)).map((text) => `storage: ${text}`);
    const logged = server
      .errors()
      .split('\n')
      .filter((line) => identity.test(line) || line.includes(token));
    return [...breaches, ...storage, ...logged];
  };
  const close = async () => {
    await browser.close();
    await server.end('SIGTERM');
    rmSync(directory, { recursive: true });
  };
  return { url: server.url, browser, open, findBreaches, close };
}

/**
 * The pages of a file of tests: opened before its first test, closed after its last, and held
 * after each to what the page promises.
 */
export function useTestPages(environment: Readonly<Record<string, string>> = {}): Pick<TestPages, 'url' | 'browser' | 'open'> {
  let pages: TestPages;
  beforeAll(async () => {
    pages = await openTestPages(environment);
  });
  afterAll(() => pages.close());
  afterEach(async () => {
    expect(await pages.findBreaches()).toEqual([]);
  });
  return {
    get url() {
      return pages.url;
    },
    get browser() {
      return pages.browser;
    },
    open: (path, options) => pages.open(path, options),
  };
}

function watchPage(page: Page, origin: string, breaches: string[]): void {
  page.on('request', (request) => {
    const url = request.url();
    if (!/^(blob|data):/.test(url) && !url.startsWith(`${origin}/`)) breaches.push(`another origin: ${url}`);
    if (identity.test(decodeURIComponent(url)) || url.includes(token)) breaches.push(`address: ${url}`);
  });
  page.on('pageerror', (error) => breaches.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/i.test(message.text())) breaches.push(`console: ${message.text()}`);
  });
}

/** Everything that a page keeps in its storages. */
export async function readStorage(page: Page): Promise<string> {
  return await page.evaluate(async () => {
    const kept = await Promise.all(
      (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
    );
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, kept, document.cookie, location.href]);
  });
}

/** Chooses the service where the page offers to read on the device. */
export async function readOnService(page: Page): Promise<void> {
  const choice = page.getByLabel('On the service');
  if ((await choice.count()) > 0) await choice.click();
}

/** Signs in through the dialog, and reads on the service from then on. */
export async function signIn(page: Page, text = token): Promise<void> {
  await page.getByRole('button', { name: 'Sign in' }).first().click();
  await fillToken(page, text);
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await readOnService(page);
}

export async function fillToken(page: Page, text: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Token', { exact: true }).fill(text);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
}

/** What axe finds against WCAG 2.2 AA and good practice, one line a finding. */
export async function findBarriers(page: Page): Promise<string[]> {
  // By evaluation: the page's own policy lets no script in.
  await page.evaluate(axeSource);
  const { violations } = (await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } })',
  )) as AxeResults;
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`));
}

const fixtures = join(import.meta.dirname, '../../../packages/reader-node/test/fixtures');

/** Path of a drawn specimen. */
export function fixture(name: string): string {
  if (!existsSync(join(fixtures, name))) throw new Error(`There is no fixture ${name}.`);
  return join(fixtures, name);
}
