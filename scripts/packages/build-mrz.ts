/**
 * Builds packages/mrz as it is published into packages/mrz/dist and checks it: `node
 * scripts/packages/build-mrz.ts`. Exits with 1 when a check complains.
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compilePackage } from './compile-package.ts';
import { findPackageProblems } from './find-package-problems.ts';

const root = join(import.meta.dirname, '../..');
const source = join(root, 'packages/mrz');
const dist = join(source, 'dist');

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

compilePackage(source);
writeManifest();
const problems = await findPackageProblems(dist);
process.stdout.write(problems.length === 0 ? 'publint and are-the-types-wrong: nothing to complain about\n' : `${problems.join('\n')}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
