import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the page is made of. */
const sources = [
  'apps/web/{src,public}/**/*',
  'apps/web/*.{html,ts,json}',
  'packages/{api,mrz,reader,reader-web,registers,results,scanner}/src/**/*',
  'packages/reader/models/*',
  'apps/server/assets/*.png',
  'package-lock.json',
];

/** Tells whether the page is built and none of its sources has changed since. */
export function isPageCurrent(root: string): boolean {
  const built = statSync(join(root, 'apps/web/dist/index.html'), { throwIfNoEntry: false });
  if (!built) return false;
  const changed = globSync(sources, { cwd: root }).filter((path) => !path.endsWith('.test.ts'));
  return changed.every((path) => statSync(join(root, path)).mtimeMs <= built.mtimeMs);
}
