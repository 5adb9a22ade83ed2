/**
 * Checks that every part that is not JavaScript has a build for each platform, or something that
 * replaces it, and that the lockfile holds it: `node scripts/image/check-native-parts.ts`. Prints a
 * table; exits with 1 where a platform would lack something.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { examineNativeParts } from './native-parts/examine-native-parts.ts';

const root = join(import.meta.dirname, '../..');
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const { parts, problems } = examineNativeParts(lock, join(root, 'node_modules'));
console.table(parts);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
