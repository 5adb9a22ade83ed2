import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/**
 * Builds a page as a site would and returns the folder of its files, which is removed when this
 * process ends.
 *
 * @param root folder of its index.html
 */
export async function buildPage(root: string): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'ocr-web-page-'));
  process.once('exit', () => rmSync(outDir, { recursive: true, force: true }));
  const config = { root, configFile: false, logLevel: 'warn', worker: { format: 'es' } } as const;
  await build({ ...config, build: { outDir, emptyOutDir: true, reportCompressedSize: false, assetsInlineLimit: 0 } });
  return outDir;
}
