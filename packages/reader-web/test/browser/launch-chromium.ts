import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const executablePath = '/usr/bin/chromium';

/**
 * Starts Chromium without a window.
 *
 * @throws Error that says what to install where it is missing
 */
export async function launchChromium(args: readonly string[] = []): Promise<Browser> {
  if (!existsSync(executablePath)) {
    throw new Error(`There is no ${executablePath}, which these tests need. On Debian: apt-get install chromium`);
  }
  return await chromium.launch({ executablePath, headless: true, args: ['--no-sandbox', ...args] });
}
