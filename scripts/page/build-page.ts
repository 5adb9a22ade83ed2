/** Builds the page into apps/web/dist: `npm run build:page`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { collectNotices } from '../supply-chain/collect-notices.ts';
import { readLockfile } from '../supply-chain/lockfile.ts';

const root = join(import.meta.dirname, '../..');
await build({ root: join(root, 'apps/web'), logLevel: 'warn' });
writeFileSync(
  join(root, 'apps/web/dist/third-party-notices.txt'),
  collectNotices(readLockfile(join(root, 'package-lock.json')), 'page', root),
);
