/**
 * Makes a version: `node scripts/make-version.ts 0.2.0`. Writes it into every package.json and the
 * lockfile, and gives the changelog's section "Unreleased" its number and date. Commit and tag what
 * it wrote after `.ci/run` has passed.
 */
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nextChangelog, nextManifest } from './make-version/next-version.ts';

const root = join(import.meta.dirname, '..');
const [version] = process.argv.slice(2);
if (version === undefined || !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
  throw new Error('Name the version: node scripts/make-version.ts 0.2.0');

rewrite('CHANGELOG.md', (text) => nextChangelog(text, version, new Date()));
for (const file of [
  'package.json',
  ...globSync('{apps,packages}/*/package.json', { cwd: root }),
  ...globSync('bench/package.json', { cwd: root }),
]) {
  rewrite(file, (text) => nextManifest(text, version));
}
execFileSync('npm', ['install', '--package-lock-only', '--no-audit', '--no-fund'], { cwd: root, stdio: 'inherit' });
execFileSync('npm', ['run', '--silent', 'generate'], { cwd: root, stdio: 'inherit' });
process.stdout.write(`Now: git diff, .ci/run, git commit -am "Version ${version}", git tag v${version}\n`);

function rewrite(file: string, change: (text: string) => string): void {
  const path = join(root, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}
