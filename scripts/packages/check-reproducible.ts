/**
 * Builds every package that is published twice, here and in a copy of the sources in another
 * folder, and compares what `npm pack` makes of both: `node
 * scripts/packages/check-reproducible.ts`. Prints the SHA-256 of each tarball; exits with 1 where
 * two builds differ.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const published = { 'build-mrz.ts': 'packages/mrz', 'build-client.ts': 'packages/api', 'build-scanner.ts': 'packages/scanner' } as const;

/**
 * Copies the sources and gives them the installed packages, but for the workspaces: those are the
 * copy's own.
 */
function copySources(to: string): void {
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  }).split('\0');
  for (const file of files.filter((name) => /^(packages|apps|scripts|[^/]+$)/.test(name))) {
    mkdirSync(dirname(join(to, file)), { recursive: true });
    cpSync(join(root, file), join(to, file));
  }
  linkPackages('node_modules', to);
  mkdirSync(join(to, 'node_modules/@ocr-web'));
  for (const workspace of readdirSync(join(root, 'packages')))
    symlinkSync(`../../packages/${workspace}`, join(to, 'node_modules/@ocr-web', workspace));
}

function linkPackages(folder: string, to: string): void {
  mkdirSync(join(to, folder), { recursive: true });
  for (const name of readdirSync(join(root, folder)).filter((entry) => entry !== '@ocr-web'))
    symlinkSync(join(root, folder, name), join(to, folder, name));
}

/** Returns the SHA-256 of the tarball that is published. */
function buildAt(folder: string, script: string, workspace: string): string {
  execFileSync(process.execPath, [join(folder, 'scripts/packages', script)], { stdio: ['ignore', 'ignore', 'inherit'] });
  const dist = join(folder, workspace, 'dist');
  const [{ filename }] = JSON.parse(
    execFileSync('npm', ['pack', '--json'], { cwd: dist, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  );
  const tarball = readFileSync(join(dist, filename));
  rmSync(join(dist, filename));
  return createHash('sha256').update(tarball).digest('hex');
}

const copy = mkdtempSync(join(tmpdir(), 'ocr-web-sources-'));
try {
  copySources(copy);
  for (const [script, workspace] of Object.entries(published)) {
    const [here, there] = [buildAt(root, script, workspace), buildAt(copy, script, workspace)];
    console.log(`${workspace}: ${here === there ? `twice ${here}` : `${here} here, ${there} in another folder`}`);
    if (here !== there) process.exitCode = 1;
  }
} finally {
  rmSync(copy, { recursive: true });
}
