import { expect, test } from 'vitest';
import { buildSbom } from './build-sbom.ts';
import { checkIntegrity } from './check-integrity.ts';
import { checkLicences } from './check-licences.ts';
import { findSbomProblems } from './find-sbom-problems.ts';
import { findUnpinned } from './find-unpinned.ts';
import { lock, withEntry } from './lock.fixture.ts';
import type { LockedPackage } from './lockfile.ts';
import { findShippedPackages } from './shipped-packages.ts';

const models = [{ file: 'detector.onnx', sha256: 'ab'.repeat(32) }];

test('what ships is what the products reach, each at the version that they find', () => {
  expect(findShippedPackages(lock).map(({ path, products }) => [path, products])).toEqual([
    ['node_modules/a', ['service']],
    ['node_modules/@s/build-linux', ['service']],
    ['node_modules/b', ['service']],
    ['apps/web/node_modules/b', ['page']],
  ]);
});

test('a lockfile within the policy', () => {
  expect(checkLicences(lock)).toEqual([]);
  expect(checkIntegrity(lock)).toEqual({ fixed: 5, unknown: ['tool-win32'], problems: [] });
});

test.each<[string, LockedPackage, string]>([
  ['node_modules/b', { license: 'GPL-3.0-only' }, 'b ships under GPL-3.0-only, which the policy does not allow'],
  ['node_modules/b', { license: 'MPL-2.0' }, 'b ships under MPL-2.0, which the policy does not allow'],
  ['node_modules/b', { license: 'LGPL-3.0' }, 'b ships under LGPL-3.0, which the policy does not allow'],
  ['node_modules/a', { license: 'MIT AND AGPL-3.0-only' }, 'a ships under MIT AND AGPL-3.0-only, which the policy does not allow'],
  ['node_modules/tool', { license: 'AGPL-3.0-only' }, 'tool is used under AGPL-3.0-only, which the policy does not allow'],
])('%s with %j is refused', (path, entry, problem) => {
  expect(checkLicences(withEntry(path, entry))).toEqual([problem]);
});

test('a package that ships without a licence is refused', () => {
  const { license: _, ...rest } = lock.packages['node_modules/b']!;
  expect(checkLicences({ packages: { ...lock.packages, 'node_modules/b': rest } })).toEqual([
    'b ships and package-lock.json names no licence of it',
  ]);
});

test.each<[string, LockedPackage, string]>([
  ['node_modules/a', { integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }, 'node_modules/a has no SHA-512 in package-lock.json'],
  ['node_modules/a', { integrity: '' }, 'node_modules/a has no SHA-512 in package-lock.json'],
  [
    'node_modules/a',
    { resolved: 'git+ssh://git@example.org/a.git#main' },
    'node_modules/a comes from git+ssh://git@example.org/a.git#main, not from the registry',
  ],
  ['node_modules/a', { version: 'latest' }, 'node_modules/a has no exact version'],
  // One without a hash is let pass only where it is a tool for one platform.
  ['node_modules/tool-win32', { dev: false }, 'node_modules/tool-win32 has no SHA-512 in package-lock.json'],
])('%s with %j is refused', (path, entry, problem) => {
  expect(checkIntegrity(withEntry(path, entry)).problems).toEqual([problem]);
});

test('a manifest names exact versions', () => {
  const dependencies = {
    a: '1.2.3',
    b: '1.2.3-rc.1',
    c: 'npm:other@7.0.2',
    d: '^1.2.3',
    e: '*',
    f: 'git+https://example.org/f.git',
    g: 'file:../g',
  };
  expect(findUnpinned({ dependencies, devDependencies: { h: '1' } })).toEqual([
    'd ^1.2.3',
    'e *',
    'f git+https://example.org/f.git',
    'g file:../g',
    'h 1',
  ]);
});

test('the bill of materials lists every part with its hash, and is the same each time', () => {
  const sbom = buildSbom(lock, models);
  expect(buildSbom(lock, models)).toEqual(sbom);
  expect(buildSbom(lock, [{ ...models[0]!, sha256: 'cd'.repeat(32) }]).serialNumber).not.toBe(sbom.serialNumber);
  expect(sbom.components.map((component) => component['bom-ref'])).toEqual([
    'apps/web@0.1.0',
    'ocr-web@0.1.0',
    '@ocr-web/reader@0.1.0',
    '@ocr-web/scanner@0.1.0',
    'a@1.0.0',
    '@s/build-linux@1.0.0',
    'b@1.0.0',
    'b@2.0.0',
    'model:detector.onnx',
  ]);
  expect(sbom.components[5]).toEqual({
    type: 'library',
    'bom-ref': '@s/build-linux@1.0.0',
    group: '@s',
    name: 'build-linux',
    version: '1.0.0',
    hashes: [{ alg: 'SHA-512', content: '07'.repeat(64) }],
    purl: 'pkg:npm/%40s/build-linux@1.0.0',
    licenses: [{ license: { id: 'Apache-2.0' } }],
    properties: [{ name: 'ocr-web:part-of', value: 'service' }],
  });
  expect(sbom.dependencies.find(({ ref }) => ref === 'a@1.0.0')?.dependsOn).toEqual(['@s/build-linux@1.0.0', 'b@1.0.0']);
  expect(sbom.dependencies.find(({ ref }) => ref === '@ocr-web/reader@0.1.0')?.dependsOn).toEqual(['model:detector.onnx']);
});

test('the bill of materials is valid CycloneDX, and what is wrong with one is found', () => {
  const sbom = buildSbom(lock, models);
  expect(findSbomProblems(sbom)).toEqual([]);
  const [first, ...others] = sbom.components;
  expect(findSbomProblems({ ...sbom, serialNumber: 'none' })).toEqual([expect.stringContaining('/serialNumber must match pattern')]);
  expect(findSbomProblems({ ...sbom, components: [first!, ...sbom.components] })).toContain('apps/web@0.1.0 is listed twice');
  expect(findSbomProblems({ ...sbom, components: others })).toContain('apps/web@0.1.0 is mentioned and not listed');
});
