/**
 * Holds what the project is made of against its policy (docs/security/supply-chain.md): exact
 * versions and hashes of all packages, their licences: `node scripts/check-supply-chain.ts`. Needs
 * no network. Exits with 1 when something is not allowed.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkIntegrity } from './supply-chain/check-integrity.ts';
import { checkLicences } from './supply-chain/check-licences.ts';
import { findUnpinned } from './supply-chain/find-unpinned.ts';
import { readLockfile } from './supply-chain/lockfile.ts';
import { findShippedPackages } from './supply-chain/shipped-packages.ts';

const root = join(import.meta.dirname, '..');
const lock = readLockfile(join(root, 'package-lock.json'));
const integrity = checkIntegrity(lock);
const unpinned = [
  'package.json',
  ...globSync(['packages/*/package.json', 'apps/*/package.json', 'bench/package.json'], { cwd: root }),
].flatMap((path) => findUnpinned(JSON.parse(readFileSync(join(root, path), 'utf8'))).map((found) => `${path} does not pin ${found}`));
// What a package would run when it is installed runs as whoever installs it.
const scripts = /^ignore-scripts=true$/m.test(readFileSync(join(root, '.npmrc'), 'utf8')) ? [] : ['.npmrc lets packages run scripts'];
const problems = [...scripts, ...unpinned, ...integrity.problems, ...checkLicences(lock)];

console.log(`${integrity.fixed} packages are fixed by their SHA-512, ${findShippedPackages(lock).length} of them ship`);
console.log(`${integrity.unknown.length} tools for other platforms have no known hash, and do not ship`);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
