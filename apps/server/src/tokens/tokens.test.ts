import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { useTestDatabase } from '../../test/open-test-database.ts';
import { startTestServer, testToken } from '../../test/start-test-server.ts';
import { testKeys, testMasterKey } from '../../test/test-keys.ts';
import { dataUri, onePixelPng } from '../../test/uploads/pictures.ts';
import { parseConfig } from '../config/parse-config.ts';
import { authenticateToken } from '../http/authentication/authenticate-token.ts';
import { openMemoryStore } from '../pictures/stores/open-memory-store.ts';
import { ensureFirstToken } from './ensure-first-token.ts';
import { openTokens } from './open-tokens.ts';
import { openTokenRegistry, type TokenRegistry } from './registry/open-token-registry.ts';
import { tokensOf } from './tokens.ts';

describe('on an open database', () => {
  const opened = useTestDatabase();
  let registry: TokenRegistry;
  beforeAll(async () => {
    registry = await openTokenRegistry(opened.database, opened.logger);
  });

  test('a first token is made once, and a chosen one is stored once and stays revoked', async () => {
    const { sql } = opened.database;
    const tokens = tokensOf(sql, openMemoryStore(), testKeys.keys);
    const first = await ensureFirstToken(opened.database, undefined);
    expect(first).toMatch(/^[0-9a-f]{40}$/);
    expect(await ensureFirstToken(opened.database, undefined)).toBeUndefined();
    expect([await ensureFirstToken(opened.database, 'chosen'), await ensureFirstToken(opened.database, 'chosen')]).toEqual([
      undefined,
      undefined,
    ]);
    // Made in the same millisecond, they have no order.
    expect(new Set((await tokens.list()).map(({ name }) => name))).toEqual(new Set(['first token', 'OCR_WEB_TOKEN']));
    const chosen = (await tokens.list()).find(({ name }) => name === 'OCR_WEB_TOKEN');
    expect(await tokens.revoke(chosen!.id)).toBe(true);
    expect(await ensureFirstToken(opened.database, 'chosen')).toBeUndefined();
    await registry.reload();
    expect(() => authenticateToken(registry, 'Token chosen', ['token'])).toThrow('Invalid token.');
  });

  test('a token opens until it is revoked, and is stored nowhere', async () => {
    const { sql } = opened.database;
    const tokens = tokensOf(sql, openMemoryStore(), testKeys.keys);
    const { id, token } = await tokens.create('hotel');
    await registry.reload();
    expect(authenticateToken(registry, `Token ${token}`, ['token'])).toEqual({
      tokenId: id,
      ownerId: expect.any(String),
      scopes: ['scan', 'read', 'delete'],
      rateLimit: null,
      scansPerDay: null,
      retainMinutes: null,
      retainPictureMinutes: null,
    });
    expect(authenticateToken(registry, `token  ${token} `, ['token'])).toMatchObject({ tokenId: id });
    expect(JSON.stringify(await sql.selectFrom('tokens').selectAll().execute())).not.toContain(token);
    expect((await tokens.list()).find((listed) => listed.id === id)).toEqual({
      id,
      name: 'hotel',
      prefix: token.slice(0, 8),
      scopes: ['scan', 'read', 'delete'],
      rate_limit: null,
      scans_per_day: null,
      retain_minutes: null,
      retain_picture_minutes: null,
      created_at: expect.stringMatching(/^\d{4}-.*Z$/),
      last_used_at: null,
      expires_at: null,
      revoked_at: null,
    });
    expect([await tokens.revoke(id), await tokens.revoke(id), await tokens.revoke('no such id')]).toEqual([true, false, false]);
    await registry.reload();
    expect(() => authenticateToken(registry, `Token ${token}`, ['token'])).toThrow('Invalid token.');
  });
});

test('tokens can be made and revoked while a server has the folder, and after it', async () => {
  const server = await startTestServer();
  const running = await openTokens(parseConfig({ OCR_WEB_DATA_DIR: server.directory, OCR_WEB_MASTER_KEY: testMasterKey }));
  const { id, token } = await running.create('second');
  const names = (await running.list()).map(({ name }) => name);
  const other = { authorization: `Token ${token}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ picture_file: dataUri(onePixelPng) });
  const created = await server.request('/api/v1/tools/ocr/picture/', { method: 'POST', headers: other, body });
  const { id: scanId } = (await created.json()) as { id: number };
  const own = await server.request(`/api/v1/tools/ocr/data/${scanId}/`, { headers: other });
  const foreign = await server.request(`/api/v1/tools/ocr/data/${scanId}/`);
  expect([names, created.status, own.status, foreign.status, await foreign.json()]).toEqual([
    ['OCR_WEB_TOKEN', 'second'],
    201,
    200,
    404,
    { detail: 'Not found.' },
  ]);
  expect(await running.revoke(id)).toBe(true);
  const refused = await server.request(`/api/v1/tools/ocr/data/${scanId}/`, { headers: other });
  expect(refused.status).toBe(401);
  expect(await running.purge(id)).toEqual({ scans: 1, batches: 0, webhooks: 0, deliveries: 0, idempotency_keys: 0 });
  expect(await running.purge('no such id')).toBeUndefined();
  // By then nothing of it is in the folder.
  const left = await readdir(join(server.directory, 'pictures'), { recursive: true, withFileTypes: true });
  expect(left.filter((entry) => entry.isFile())).toEqual([]);
  await server.stop();
  const stopped = await openTokens(parseConfig({ OCR_WEB_DATA_DIR: server.directory, OCR_WEB_MASTER_KEY: testMasterKey }));
  expect((await stopped.list()).map(({ name, revoked_at }) => [name, revoked_at !== null])).toEqual([
    ['OCR_WEB_TOKEN', false],
    ['second', true],
  ]);
  expect(await stopped.purge(id)).toEqual({ scans: 0, batches: 0, webhooks: 0, deliveries: 0, idempotency_keys: 0 });
  await stopped.close();
  await rm(server.directory, { recursive: true });
  expect(server.log.join('')).not.toMatch(new RegExp(`${token}|${testToken}`));
}, 60_000);
