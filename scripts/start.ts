/**
 * The service with its page: `npm start`. The page is built where it is missing or out of date.
 * Settings are environment variables; `npm start -- --help` says so, as any argument is answered by
 * `ocr-web serve`.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { superviseService } from '../packages/cli/src/supervise-service.ts';
import { isPageCurrent } from './page/is-page-current.ts';

const root = join(import.meta.dirname, '..');
const argv = process.argv.slice(2);

if (argv.length > 0) {
  const { status } = spawnSync(process.execPath, [join(root, 'packages/cli/bin/ocr-web.mjs'), 'serve', ...argv], { stdio: 'inherit' });
  process.exit(status ?? 1);
}
if (!isPageCurrent(root)) {
  console.error('Building the page …');
  // In a process of its own: what builds it would stay in memory beside the service.
  const { status } = spawnSync(process.execPath, [join(root, 'scripts/page/build-page.ts')], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) console.error('The page could not be built; the API works without it.');
}
process.exitCode = await superviseService(process.env, (line) => process.stderr.write(line));
