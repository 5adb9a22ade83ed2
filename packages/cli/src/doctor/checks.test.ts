import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseConfig } from '@ocr-web/server';
import { describe, expect, test } from 'vitest';
import { checkKeys } from './check-keys.ts';
import { checkMachine, checkNode } from './check-machine.ts';
import { checkPort } from './check-port.ts';
import { checkModels } from './check-reader.ts';
import { checkServers } from './check-servers.ts';
import { checkSettings } from './check-settings.ts';
import { checkStorage } from './check-storage.ts';

const said = ({ status, detail, advice }: { status: string; detail: string; advice?: string }) => [status, detail, advice];

test.each([
  ['22.18.0', 'ok'],
  ['24.1.0', 'ok'],
  ['22.17.9', 'failed'],
  ['20.20.2', 'failed'],
])('Node %s: %s', (version, status) => {
  expect(checkNode(version, 'linux x64').status).toBe(status);
});

describe('settings', () => {
  test.each([
    [{ PATH: '/bin', OCR_WEB_HOST: '' }, 'ok', 'all at their defaults', undefined],
    [{ OCR_WEB_PORT: '9000', OCR_WEB_SERVER: 'http://a' }, 'ok', '2 set: OCR_WEB_PORT, OCR_WEB_SERVER', undefined],
    [
      { OCR_WEB_PROT: '9000' },
      ...['warning', '1 set: OCR_WEB_PROT', 'There is no setting OCR_WEB_PROT; docs/configuration.md lists them all.'],
    ],
    [
      { OCR_WEB_PORT: 'http' },
      ...['failed', 'OCR_WEB_PORT must be a whole number from 0 to 65535, not "http"'],
      'Correct the variable; docs/configuration.md lists all of them with their defaults.',
    ],
  ])('%j', async (environment, ...expected) => {
    expect(said((await checkSettings(environment as Record<string, string>)).finding)).toEqual(expected);
  });
});

describe('master key', () => {
  const path = '/var/lib/ocr-web.key';
  test.each([
    [{ state: 'off' }, 'warning'],
    [{ state: 'given', ids: ['0123abcd'] }, 'ok'],
    [{ state: 'in_file', path, ids: ['0123abcd', '4567cdef'], mode: 0o600 }, 'ok'],
    [{ state: 'in_file', path, ids: ['0123abcd'], mode: 0o640 }, 'warning'],
    [{ state: 'not_made', path }, 'ok'],
    [{ state: 'missing' }, 'failed'],
    [{ state: 'unusable', reason: 'It holds no key.' }, 'failed'],
  ] as const)('%j: %s', (report, status) => {
    const { detail, advice, ...found } = checkKeys(report);
    expect(found).toEqual({ check: 'master key', status });
    expect([detail.length > 0, advice !== undefined]).toEqual([true, status !== 'ok']);
  });
});

describe('machine', () => {
  const config = parseConfig({ OCR_WEB_READER_PROCESSES: '4', OCR_WEB_READER_MEMORY_MIB: '1024' });
  const gib = 1024 ** 3;
  test.each([
    [{ cores: 8, memoryBytes: 8 * gib }, 'ok', undefined],
    [
      { cores: 8, memoryBytes: 4 * gib },
      'warning',
      'Large pictures in all readers at once would need more memory than there is: set OCR_WEB_READER_PROCESSES to 3, or lower OCR_WEB_READER_MEMORY_MIB.',
    ],
    [{ cores: 2, memoryBytes: 8 * gib }, 'warning', 'More readers than cores slow each other down: set OCR_WEB_READER_PROCESSES to 2.'],
  ])('%j', (machine, status, advice) => {
    const { status: found, advice: given } = checkMachine(machine, config);
    expect([found, given]).toEqual([status, advice]);
  });
});

test('models: as shipped, changed, missing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ocr-web-models-'));
  cpSync(new URL('../../../reader/models', import.meta.url), folder, { recursive: true });
  const url = pathToFileURL(`${folder}/`);
  expect(await checkModels(url)).toMatchObject({
    status: 'ok',
    detail: expect.stringMatching(/\.onnx.*: checksums as in their manifest$/),
  });
  writeFileSync(join(folder, 'mrz-detector.onnx'), 'changed');
  expect(await checkModels(url)).toMatchObject({
    status: 'failed',
    detail: expect.stringMatching(/^The model mrz-detector\.onnx is not the one/),
  });
  rmSync(folder, { recursive: true });
  expect(await checkModels(url)).toMatchObject({ status: 'failed', detail: expect.stringMatching(/^There is no model manifest at /) });
});

type Report = Parameters<typeof checkStorage>[1];

describe('storage', () => {
  const check = (report: Report) => checkStorage({ dataDirectory: '/data' }, report).map(said);
  const room = {
    state: 'free',
    freeBytes: 5 * 1024 ** 3,
    database: { isMade: true, pendingMigrations: [] },
    pictures: { isMade: true },
  } as const;
  const skipped = (why: string) => [0, 1].map(() => ['skipped', why, undefined]);

  test('all is well, new, or held by a server', () => {
    expect(check(room)).toEqual([
      ['ok', '/data is writable and not in use, 5.0 GiB free', undefined],
      ['ok', 'opens; its schema is up to date', undefined],
      ['ok', 'the store is writable', undefined],
    ]);
    expect(check({ state: 'not_made', parent: '/', isWritable: true })).toEqual([
      ['ok', '/data does not exist yet: the first start creates it in /', undefined],
      ...skipped('the first start creates it'),
    ]);
    expect(check({ state: 'in_use', reason: '/data is in use by another server (process 7). Stop it.' })).toEqual([
      ['ok', '/data is in use by another server (process 7)', undefined],
      ...skipped('the running server is using it'),
    ]);
  });

  test('what is wrong comes with what to do', () => {
    const broken: Report = { state: 'free', freeBytes: 1e6, database: { reason: 'no such file' }, pictures: { reason: 'EACCES' } };
    expect(check(broken).map(([status, detail]) => [status, detail])).toEqual([
      ['warning', '/data is writable and not in use, 0.0 GiB free'],
      ['failed', 'it cannot be opened: no such file'],
      ['failed', 'the store is not writable: EACCES'],
    ]);
    expect(check({ ...room, database: { isMade: true, pendingMigrations: ['a', 'b'] } })[1]).toEqual([
      ...['warning', 'opens; pending migrations: a, b', 'The next start migrates it: back up the data folder first.'],
    ]);
    expect(check({ state: 'unusable', reason: 'It cannot be written.' })[0]).toEqual([
      ...['failed', 'It cannot be written.', 'Set OCR_WEB_DATA_DIR to a folder that this user can write to.'],
    ]);
    const reports: Report[] = [broken, { state: 'not_made', parent: '/', isWritable: false }, { state: 'unusable', reason: 'No.' }];
    const failures = reports.flatMap(check).filter(([status]) => status === 'failed' || status === 'warning');
    expect(failures.filter(([, , advice]) => !advice)).toEqual([]);
  });
});

describe('port', () => {
  const withServer = async (status: number, check: (port: number) => Promise<void>) => {
    const server = createServer((_, response) => response.writeHead(status).end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await check((server.address() as AddressInfo).port);
    await new Promise((resolve) => server.close(resolve));
  };

  test('free', async () => {
    expect(await checkPort({ host: '127.0.0.1', port: 0 }, false)).toMatchObject({ status: 'ok' });
  });

  test('taken by something else', async () => {
    await withServer(200, async (port) => {
      expect(said(await checkPort({ host: '127.0.0.1', port }, false))).toEqual([
        'failed',
        `cannot listen on 127.0.0.1:${port} (EADDRINUSE)`,
        'Another program uses this port: stop it, or set OCR_WEB_PORT to another port.',
      ]);
    });
  });

  test('taken by the server that runs, ready and not', async () => {
    await withServer(200, async (port) => {
      expect(said(await checkPort({ host: '127.0.0.1', port }, true))[1]).toBe(
        `the running server answers on 127.0.0.1:${port} and is ready`,
      );
    });
    await withServer(503, async (port) => {
      expect(await checkPort({ host: '127.0.0.1', port }, true)).toMatchObject({ status: 'failed', advice: expect.any(String) });
    });
  });

  test('no address of this machine', async () => {
    expect(await checkPort({ host: '192.0.2.1', port: 0 }, false)).toMatchObject({
      status: 'failed',
      advice: 'Set OCR_WEB_HOST to an address of this machine, such as 127.0.0.1 or 0.0.0.0.',
    });
  });
});

test('servers that answer, servers to be prepared, servers that refuse, and none', () => {
  const reason = 'The bucket b on http://s3.test cannot be used: access is denied (403). Look at the key. Then try again.';
  const check = (report: Parameters<typeof checkServers>[0]) => checkServers(report).map((finding) => [finding.check, ...said(finding)]);
  expect(check({ database: { version: '17.2', pendingMigrations: [] }, pictures: { isMade: true } })).toEqual([
    ['database', 'ok', 'PostgreSQL 17.2 answers; its schema is up to date', undefined],
    ['pictures', 'ok', 'the bucket can be used', undefined],
  ]);
  expect(check({ database: { version: '15.1', pendingMigrations: ['0003-batches'] }, pictures: { reason } })).toEqual([
    [
      'database',
      'warning',
      'PostgreSQL 15.1 answers; pending migrations: 0003-batches',
      'The next start or "ocr-web migrate" makes them: back up the database first.',
    ],
    ['pictures', 'failed', 'The bucket b on http://s3.test cannot be used: access is denied (403)', 'Look at the key. Then try again.'],
  ]);
  expect(check({ database: undefined, pictures: undefined })).toEqual([]);
});
