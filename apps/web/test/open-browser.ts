import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * Opens a headless Chromium of the system.
 *
 * @throws Error that says what to install where there is none
 */
export async function openBrowser(): Promise<Browser> {
  const executablePath = places.find((path) => existsSync(path));
  if (executablePath === undefined) throw new Error('The tests of the page need Chromium: "apt-get install chromium" installs it.');
  return await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}
