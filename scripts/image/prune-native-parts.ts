/**
 * Deletes the builds for other platforms than this one from installed packages, which an image does
 * not need: `node scripts/image/prune-native-parts.ts FOLDER`, with a folder of modules.
 */
import { pruneNativeParts } from './native-parts/prune-native-parts.ts';

const [modules] = process.argv.slice(2);
if (modules === undefined) throw new Error('Say which folder: node scripts/image/prune-native-parts.ts node_modules');
const libc = process.platform === 'linux' ? ('glibc' as const) : undefined;
for (const path of pruneNativeParts(modules, { os: process.platform, cpu: process.arch, ...(libc && { libc }) }))
  console.log(`deleted ${path}`);
