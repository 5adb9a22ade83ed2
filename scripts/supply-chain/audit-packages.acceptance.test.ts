import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditPackages } from './audit-packages.ts';
import { someHash } from './lock.fixture.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'audit-'));
  const manifest = { name: 'audited', version: '1.0.0', dependencies: { leaky: '1.0.0' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  const packages = { '': manifest, 'node_modules/leaky': { version: '1.0.0', integrity: someHash } };
  writeFileSync(
    join(folder, 'package-lock.json'),
    JSON.stringify({ name: 'audited', version: '1.0.0', lockfileVersion: 3, requires: true, packages }),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Audits the folder with npm itself, asking a registry of this machine that answers so. */
async function auditAt(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await auditPackages(folder, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('what the registry knows of a package is told', async () => {
  const advisory = { id: 1, url: 'https://example.org/1', title: 'It leaks', severity: 'high', vulnerable_versions: '<2.0.0' };
  const audit = await auditAt((request, response) => {
    response.setHeader('content-type', 'application/json');
    const isQuestion = request.url?.endsWith('/security/advisories/bulk');
    response.end(JSON.stringify(isQuestion ? { leaky: [advisory] } : { name: 'leaky', versions: { '1.0.0': {} }, 'dist-tags': {} }));
  });
  expect(audit).toEqual({
    kind: 'asked',
    weaknesses: [{ name: 'leaky', severity: 'high', advisories: ['It leaks (https://example.org/1)'] }],
  });
});

test('a registry that knows of none', async () => {
  const audit = await auditAt((_request, response) => response.setHeader('content-type', 'application/json').end('{}'));
  expect(audit).toEqual({ kind: 'asked', weaknesses: [] });
});

test('a registry without the question is no finding', async () => {
  const audit = await auditAt((_request, response) => response.writeHead(405).end());
  expect(audit).toEqual({ kind: 'not answered', why: expect.stringContaining('405 Method Not Allowed') });
});
