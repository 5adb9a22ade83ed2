/**
 * Builds packages/scanner as it is published into packages/scanner/dist and checks it: `node
 * scripts/packages/build-scanner.ts`. Exits with 1 when a check complains.
 *
 * The bundle holds everything; worker, models and runtime are files beside it, found from where it
 * lies, so that it runs with and without a bundler.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { collectNotices } from '../supply-chain/collect-notices.ts';
import { readLockfile } from '../supply-chain/lockfile.ts';
import { findPackageProblems } from './find-package-problems.ts';

const root = join(import.meta.dirname, '../..');
const source = join(root, 'packages/scanner');
const dist = join(source, 'dist');
const names = ['Facing', 'OrderCode', 'ScannerErrorCode', 'Messages', 'MessageOverrides', 'ScannerEvents'];

async function bundle(): Promise<void> {
  await build({
    root: source,
    base: './',
    configFile: false,
    logLevel: 'warn',
    worker: { format: 'es' },
    build: {
      outDir: dist,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: join(source, 'src/index.ts'),
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: 'mrz-scanner.js' },
      },
    },
  });
}

/** Lets the compiler compare what is published with what the sources say, both ways. */
function checkTypes(): void {
  const [published, probe, config] = ['src/published.d.ts', 'src/probe.ts', 'tsconfig.probe.json'].map((file) => join(source, file)) as [
    string,
    string,
    string,
  ];
  // The element's name can be declared once only.
  writeFileSync(published, readFileSync(join(source, 'types/index.d.ts'), 'utf8').replace(/declare global \{.*\}/s, ''));
  const checks = names.map(
    (name) => `export const ${name}: Same<import('./published.d.ts').${name}, import('./index.ts').${name}> = true;`,
  );
  const same = 'type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;';
  const element = `export const element: import('./published.d.ts').MrzScannerElement = document.createElement('mrz-scanner');`;
  writeFileSync(probe, [same, ...checks, element].join('\n'));
  const files = ['src/probe.ts', '../reader-web/src/asset-url.d.ts'];
  writeFileSync(
    config,
    JSON.stringify({ extends: '../../tsconfig.web.json', compilerOptions: { incremental: false }, files, include: [] }),
  );
  try {
    execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '--project', config], { stdio: 'inherit' });
  } finally {
    for (const file of [published, probe, config]) rmSync(file);
  }
}

function writeManifest(): void {
  const { version, license, description } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as Record<string, string>;
  const manifest = {
    name: '@ocr-web/scanner',
    version,
    description,
    keywords: ['mrz', 'passport', 'identity card', 'scanner', 'custom element'],
    license,
    type: 'module',
    // Importing it defines the element.
    sideEffects: true,
    exports: { '.': { types: './index.d.ts', default: './mrz-scanner.js' }, './package.json': './package.json' },
    dependencies: { '@ocr-web/api': version },
  };
  writeFileSync(join(dist, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  copyFileSync(join(source, 'types/index.d.ts'), join(dist, 'index.d.ts'));
  copyFileSync(join(source, 'README.md'), join(dist, 'README.md'));
  copyFileSync(join(root, 'LICENSE'), join(dist, 'LICENSE'));
  writeFileSync(join(dist, 'THIRD-PARTY-NOTICES.txt'), collectNotices(readLockfile(join(root, 'package-lock.json')), 'scanner', root));
}

checkTypes();
await bundle();
writeManifest();
const problems = await findPackageProblems(dist);
const assets = globSync('assets/*', { cwd: dist });
for (const ending of ['.wasm', '.weights', '.js'])
  if (!assets.some((file) => file.endsWith(ending))) problems.push(`no ${ending} beside the bundle`);
process.stdout.write(problems.length === 0 ? 'publint and are-the-types-wrong: nothing to complain about\n' : `${problems.join('\n')}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
