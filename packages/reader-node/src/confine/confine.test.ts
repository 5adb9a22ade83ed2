import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { getCompileCacheDir } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReaderPool } from '../pool/open-reader-pool.ts';
import { startChild } from '../pool/start-child.ts';
import { findLauncher, plainLauncher } from './find-launcher.ts';
import type { Attempts } from './probing-child.fixture.ts';
import { readerProgramFiles, readerProgramFolders } from './program-folders.ts';

const folder = mkdtempSync(join(tmpdir(), 'confined-'));
const outside = join(folder, 'service.key');
const cache = join(folder, 'readers');
let connections = 0;
const server = createServer(() => {
  connections += 1;
});
beforeAll(async () => {
  mkdirSync(cache);
  writeFileSync(outside, 'secret');
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const limits = { deadlineMs: 10_000, memoryLimitMib: 1000, startDeadlineMs: 20_000 };
const isLinux = process.platform === 'linux';
const launcher = await findLauncher();
const hasNoNetwork = launcher.execArgv.includes('--net');

test('a child reads its own program and can do nothing else', async () => {
  const caches = [pathToFileURL(cache)];
  const access = { read: [...readerProgramFolders(), ...caches], readFiles: readerProgramFiles, write: caches };
  const entry = new URL('./probing-child.fixture.ts', import.meta.url);
  const child = await startChild<Attempts, Record<string, unknown>>({ entry, settings: {}, compileCache: cache, access, launcher }, limits);
  const outcomes = await child.request({ port: (server.address() as AddressInfo).port, outside, cache }, undefined);
  await child.kill('closed', () => undefined);
  const { 'connect to the service': connected, ...others } = outcomes;
  const denied = 'ERR_ACCESS_DENIED';
  expect(others).toEqual({
    'read /etc/passwd': denied,
    'list /': denied,
    'read a file of the service': denied,
    'write beside it': denied,
    'write into its own folder': denied,
    'write into its compiled program': denied,
    'link to a file of the service': denied,
    'start a program': denied,
    'start a shell': denied,
    'start a worker': denied,
    'open the inspector': denied,
    'use the bindings of Node': denied,
    'see secrets in its environment': expect.any(Array),
    'read its own program': true,
    'load its libraries': true,
  });
  // The shell and the channel to the parent add theirs.
  const own = ['PWD', 'OLDPWD', 'SHLVL', '_', 'NODE_CHANNEL_FD', 'NODE_CHANNEL_SERIALIZATION_MODE'];
  expect((others['see secrets in its environment'] as string[]).filter((name) => !own.includes(name))).toEqual([
    'MALLOC_ARENA_MAX',
    'MALLOC_MMAP_THRESHOLD_',
    'MALLOC_TRIM_THRESHOLD_',
    'NODE_COMPILE_CACHE',
    'VIPS_DISC_THRESHOLD',
  ]);
  // Where the system makes no network of its own, Node 24 does not keep a child from connecting.
  if (hasNoNetwork) expect({ connected, connections }).toEqual({ connected: 'ENETUNREACH', connections: 0 });
  expect(readdirSync(folder).sort()).toEqual(['readers', 'service.key']);
}, 60_000);

test.runIf(isLinux)(
  'the readers of a pool are started so',
  async () => {
    const pool = await openReaderPool({ size: 1 });
    try {
      const [pid] = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ').slice(-1);
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
      expect(command).toEqual(expect.arrayContaining(['--permission', '--allow-addons']));
      expect(command.filter((option) => /^--allow-(?!addons|fs-)|^--allow-fs-(read|write)=\*?$/.test(option))).toEqual([]);
      const environment = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
      expect(environment).toContain(`NODE_COMPILE_CACHE=${join(getCompileCacheDir()!, 'readers')}`);
      const held = readFileSync(`/proc/${pid}/limits`, 'utf8');
      expect(held).toMatch(/^Max open files +128 +128 /m);
      expect(held).toMatch(/^Max core file size +0 +0 /m);
      expect(held).toMatch(/^Max file size +16777216 +16777216 /m);
      const isApart = readlinkSync(`/proc/${pid}/ns/net`) !== readlinkSync('/proc/self/ns/net');
      expect(isApart).toBe(hasNoNetwork);
    } finally {
      await pool.close();
    }
  },
  60_000,
);

test('a system that lets nobody make namespaces gives limits, and one without a shell nothing', async () => {
  const refuse = () => Promise.reject(new Error('no'));
  const onlyLimits = (execArgv: readonly string[]) => (execArgv.includes('--net') ? refuse() : Promise.resolve());
  expect((await findLauncher(onlyLimits)).execArgv.slice(2)).toEqual([process.execPath]);
  expect(await findLauncher(refuse)).toEqual(plainLauncher);
});
