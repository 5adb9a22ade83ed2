import type { BrowserContextOptions, Page } from 'playwright-core';
import type { BuiltPage } from './build-page.ts';
import { launchChromium } from './launch-chromium.ts';
import { type PageServer, servePage } from './serve-page.ts';

type OpenPageOptions = {
  /** Further arguments of Chromium. */
  readonly args?: readonly string[];
  readonly context?: BrowserContextOptions;
};

export type OpenedPage = {
  readonly page: Page;
  readonly server: PageServer;
  /** Addresses outside the page's origin that it asked for; blob: and data: are inside. */
  readonly foreignRequests: readonly string[];
  /** What the browser complained about: broken scripts, refusals of the policy. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
};

/**
 * Serves a page and opens it in Chromium.
 *
 * @param built what it consists of
 */
export async function openPage(built: BuiltPage, { args = [], context = {} }: OpenPageOptions = {}): Promise<OpenedPage> {
  const server = await servePage(built);
  const browser = await launchChromium(args);
  const page = await (await browser.newContext(context)).newPage();
  const foreignRequests: string[] = [];
  const complaints: string[] = [];
  page.context().on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${server.origin}/`) && !/^(blob|data):/.test(url)) foreignRequests.push(url);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(server.origin);
  const close = async () => {
    await browser.close();
    server.close();
  };
  return { page, server, foreignRequests, complaints, close };
}
