/** Builds the page into apps/web/dist: `npm run build:page`. */
import { join } from 'node:path';
import { build } from 'vite';

await build({ root: join(import.meta.dirname, '../apps/web'), logLevel: 'warn' });
