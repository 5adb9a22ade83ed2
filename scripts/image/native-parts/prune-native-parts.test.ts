import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pruneNativeParts } from './prune-native-parts.ts';

const files = [
  '@julusian/jpeg-turbo/LICENSE',
  '@julusian/jpeg-turbo/prebuilds/jpeg-turbo-linux-x64/a.node',
  '@julusian/jpeg-turbo/prebuilds/jpeg-turbo-linux-x64-musl/a.node',
  'onnxruntime-node/bin/napi-v6/darwin/arm64/a.node',
  'onnxruntime-node/bin/napi-v6/linux/arm64/a.node',
  'onnxruntime-node/bin/napi-v6/linux/x64/a.node',
  'other/prebuilds/darwin/a.node',
];

let modules: string;
beforeEach(() => {
  modules = mkdtempSync(join(tmpdir(), 'ocr-web-modules-'));
  for (const file of files) {
    mkdirSync(dirname(join(modules, file)), { recursive: true });
    writeFileSync(join(modules, file), '');
  }
});
afterEach(() => rmSync(modules, { recursive: true }));

const remaining = () =>
  globSync('**/*.*', { cwd: modules })
    .filter((path) => path.endsWith('.node'))
    .sort();

test('only the builds of a platform are kept', () => {
  expect(pruneNativeParts(modules, { os: 'linux', cpu: 'x64', libc: 'glibc' })).toEqual([
    'onnxruntime-node/bin/napi-v6/darwin',
    'onnxruntime-node/bin/napi-v6/linux/arm64',
    '@julusian/jpeg-turbo/prebuilds/jpeg-turbo-linux-x64-musl',
  ]);
  expect(remaining()).toEqual([
    '@julusian/jpeg-turbo/prebuilds/jpeg-turbo-linux-x64/a.node',
    'onnxruntime-node/bin/napi-v6/linux/x64/a.node',
    'other/prebuilds/darwin/a.node',
  ]);
});

test('a package without a build for the platform is left as it is', () => {
  pruneNativeParts(modules, { os: 'linux', cpu: 'x64', libc: 'musl' });
  expect(remaining()).toEqual(files.filter((file) => file.endsWith('.node') && !file.endsWith('linux-x64/a.node')).sort());
});
