/**
 * The service for whoever works on it: `npm run dev`. It runs on a data folder of its own with a
 * token that stays the same, starts again when a source changes, and has specimens in it to look
 * at. The page is built again when one of its sources changes; load it again then. Settings are
 * those of the service; OCR_WEB_PORT, OCR_WEB_DATA_DIR and OCR_WEB_TOKEN have other defaults here.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '@ocr-web/api/client';
import { build } from 'vite';
import { seedSpecimens } from './dev/seed-specimens.ts';

const root = join(import.meta.dirname, '..');
const settings = {
  OCR_WEB_PORT: '8080',
  OCR_WEB_DATA_DIR: join(root, '.ocr-web/dev'),
  OCR_WEB_TOKEN: 'development-only-token',
  ...process.env,
};
const baseUrl = `http://127.0.0.1:${settings.OCR_WEB_PORT}`;
const watched = ['apps/server/src', 'packages'].map((folder) => `--watch-path=${join(root, folder)}`);
const service = spawn(process.execPath, [...watched, '--watch-preserve-output', join(root, 'packages/cli/bin/ocr-web.mjs'), 'serve'], {
  env: settings,
  stdio: 'inherit',
});
service.on('exit', (code) => process.exit(code ?? 1));
// The terminal sends Ctrl-C to the service as well; this process ends with it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => service.kill(signal));

await build({ root: join(root, 'apps/web'), logLevel: 'warn', build: { watch: {} } });
await untilSeeded().catch((error) => {
  service.kill('SIGTERM');
  throw error;
});
process.stdout.write(`\n${baseUrl} is the page, ${baseUrl}/docs shows the API; the token is ${settings.OCR_WEB_TOKEN}\n\n`);

/**
 * Tries while the service starts, or starts again because a source has changed. What it refuses
 * (4xx) it would refuse again.
 */
async function untilSeeded(): Promise<void> {
  const client = createClient({ baseUrl, token: settings.OCR_WEB_TOKEN, maxRetries: 0 });
  for (;;) {
    try {
      return await seedSpecimens(client);
    } catch (error) {
      const { status = 0 } = error as { readonly status?: number };
      if (status >= 400 && status < 500) throw error;
      await sleep(500);
    }
  }
}
