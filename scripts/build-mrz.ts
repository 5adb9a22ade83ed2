/** Builds packages/mrz as it is published into packages/mrz/dist and checks it: `node scripts/build-mrz.ts`. Exits with 1 when a check complains. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';

const root = join(import.meta.dirname, '..');
const source = join(root, 'packages/mrz');
const dist = join(source, 'dist');

function compile(): void {
  rmSync(dist, { recursive: true, force: true });
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '--project', join(source, 'tsconfig.build.json')], {
    stdio: 'inherit',
  });
  // The compiler rewrites the endings of imports in JavaScript only.
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.d.ts')) continue;
    const text = readFileSync(join(dist, file), 'utf8');
    writeFileSync(join(dist, file), text.replaceAll(/(from '\.[^']*)\.ts'/g, "$1.js'"));
  }
}

function writeManifest(): void {
  const { name, version, license } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as Record<string, string>;
  const manifest = {
    name,
    version,
    description: 'Reads and proves machine readable zones: passports, identity cards, visas and driving licences',
    keywords: ['mrz', 'icao 9303', 'passport', 'identity card', 'visa', 'check digit', 'travel document'],
    license,
    type: 'module',
    sideEffects: false,
    exports: { '.': { types: './index.d.ts', default: './index.js' }, './package.json': './package.json' },
    types: './index.d.ts',
  };
  writeFileSync(join(dist, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  copyFileSync(join(source, 'README.md'), join(dist, 'README.md'));
  copyFileSync(join(root, 'LICENSE'), join(dist, 'LICENSE'));
}

/** What publint and are-the-types-wrong say about the tarball; Node 10 and require() are not served by a package of modules. */
async function findProblems(): Promise<string[]> {
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
  process.stdout.write(`dist: ${(tarball.length / 1024).toFixed(1)} KiB packed\n`);
  return [...messages.map((message) => `publint: ${JSON.stringify(message)}`), ...typeProblems.map((problem) => `types: ${problem}`)];
}

compile();
writeManifest();
const problems = await findProblems();
process.stdout.write(problems.length === 0 ? 'publint and are-the-types-wrong: nothing to complain about\n' : `${problems.join('\n')}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
