import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { examineNativeParts } from './examine-native-parts.ts';
import type { Lockfile } from './locked-parts.ts';
import { platformNames } from './platforms.ts';

const root = join(import.meta.dirname, '../../..');
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lockfile;
const everywhere = (text: string) => Object.fromEntries(platformNames.map((name) => [name, text]));

let modules: string;
beforeEach(() => {
  modules = mkdtempSync(join(tmpdir(), 'ocr-web-modules-'));
});
afterEach(() => rmSync(modules, { recursive: true }));

function addBuild(path: string): void {
  mkdirSync(join(modules, path), { recursive: true });
  writeFileSync(join(modules, path, 'addon.node'), '');
}

test('every part has a build for every platform, or something that replaces it', () => {
  const otherwise = (text: string) => ({ ...everywhere(text), 'Linux x64': 'build' });
  expect(examineNativeParts(lock, join(root, 'node_modules'))).toEqual({
    problems: [],
    parts: {
      'onnxruntime-node': everywhere('build'),
      '@julusian/jpeg-turbo': everywhere('build'),
      'the project': otherwise('the Node of the machine runs everything'),
      '@biomejs/biome': everywhere('build'),
      lightningcss: everywhere('build'),
      'oxc-parser': everywhere('build'),
      'oxc-resolver': everywhere('build'),
      rolldown: everywhere('build'),
      sharp: everywhere('build'),
      'typescript-native': everywhere('build'),
      vite: { ...everywhere('Node itself watches files'), 'macOS arm64': 'build' },
    },
  });
});

test('a package that npm left out of the lockfile is found, and so is a build that is missing', () => {
  const { 'node_modules/@img/sharp-win32-x64': _, ...packages } = lock.packages;
  for (const build of ['linux/x64', 'linux/arm64', 'win32/x64']) addBuild(`onnxruntime-node/bin/napi-v6/${build}`);
  addBuild('@example/unheard-of/prebuilds/linux-x64');
  addBuild('@example/unheard-of/prebuilds/win32-x64');
  addBuild('for-one-platform/build/Release');
  const { parts, problems } = examineNativeParts({ packages }, modules);
  expect(parts['onnxruntime-node']?.['macOS arm64']).toBe('kernels in WebAssembly compute, more slowly');
  expect(problems).toEqual([
    'sharp has no build for Windows x64 and nothing replaces it',
    'package-lock.json lacks a part of sharp: @img/sharp-win32-x64',
    '@example/unheard-of carries builds that bundled-parts.ts does not name',
  ]);
});
