import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';

/**
 * What publint and are-the-types-wrong say about the tarball of a folder; Node 10 and require() are
 * not served by a package of modules.
 */
export async function findPackageProblems(dist: string): Promise<string[]> {
  const { messages } = await publint({ pkgDir: dist, strict: true, pack: false });
  const [{ filename }] = JSON.parse(
    execFileSync('npm', ['pack', '--json'], { cwd: dist, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  );
  const tarball = new Uint8Array(readFileSync(join(dist, filename)));
  rmSync(join(dist, filename));
  const analysis = await checkPackage(createPackageFromTarballData(tarball));
  const typeProblems =
    analysis.types === false
      ? ['no types']
      : analysis.problems.filter(({ kind }) => kind !== 'CJSResolvesToESM').map((one) => JSON.stringify(one));
  process.stdout.write(`${dist}: ${(tarball.length / 1024).toFixed(1)} KiB packed\n`);
  return [...messages.map((message) => `publint: ${JSON.stringify(message)}`), ...typeProblems.map((problem) => `types: ${problem}`)];
}
