import { afterAll, beforeAll, expect, test } from 'vitest';
import { useTestDatabase } from '../../../test/open-test-database.ts';
import { testKeys } from '../../../test/test-keys.ts';
import { createOutboundPolicy } from '../../outbound/outbound-policy.ts';
import { openMemoryStore } from '../../pictures/stores/open-memory-store.ts';
import { createWebhook } from '../../webhooks/create-webhook.ts';
import { hashToken } from '../token-text.ts';
import { tokensOf } from '../tokens.ts';
import { openTokenRegistry, type TokenRegistry } from './open-token-registry.ts';

const opened = useTestDatabase();
let registry: TokenRegistry;
beforeAll(async () => {
  registry = await openTokenRegistry(opened.database, opened.logger);
});
afterAll(() => registry.close());

const tokens = () => tokensOf(opened.database.sql, openMemoryStore(), testKeys.keys, opened.database.now);
const inMs = (ms: number) => new Date(opened.database.now().getTime() + ms);
const find = (token: string) => registry.find(hashToken(token))?.tokenId;

/** Registers a webhook for the owner of a token; returns what tells whether it is switched off. */
async function addWebhook(token: string): Promise<() => Promise<string | null>> {
  const { sql, now } = opened.database;
  const deps = { sql, keys: testKeys.keys, key: new Uint8Array(32), policy: createOutboundPolicy(false), now, limit: 3 };
  const { id } = await createWebhook(deps, registry.find(hashToken(token))!.ownerId, { url: 'https://hotel.example/hook' }, now());
  return async () =>
    (await sql.selectFrom('webhooks').select('disabled_reason').where('id', '=', id).executeTakeFirstOrThrow()).disabled_reason;
}

test('a token ends by the clock: what it has open is ended, its owner is gone, its webhooks are switched off', async () => {
  const { id, token } = await tokens().create('guest', { expiresAt: inMs(150) });
  await registry.reload();
  const { ownerId } = registry.find(hashToken(token))!;
  const disabledReason = await addWebhook(token);
  const ended = Promise.withResolvers<void>();
  registry.onRevoked(id, ended.resolve);
  expect([find(token), registry.isActive(ownerId)]).toEqual([id, true]);
  await ended.promise;
  expect([find(token), registry.isActive(ownerId), registry.countOwners()]).toEqual([undefined, false, 0]);
  await expect.poll(disabledReason).toBe('owner');
  expect(await tokens().rotate(id, { overlapMs: 1000 })).toBeUndefined();
});

test('it is refused at its end even where no timer has fired yet', async () => {
  let now = opened.database.now();
  const own = await openTokenRegistry({ ...opened.database, now: () => now }, opened.logger);
  const { id, token } = await tokens().create('guest', { expiresAt: inMs(3_600_000) });
  await own.reload();
  const { ownerId } = own.find(hashToken(token))!;
  now = inMs(3_600_000 - 1000);
  expect(own.find(hashToken(token))?.tokenId).toBe(id);
  now = inMs(3_600_000);
  expect([own.find(hashToken(token)), own.isActive(ownerId)]).toEqual([undefined, false]);
  await own.close();
});

test('while a token is rotated both are taken and open the same scans; then only the new one is, and webhooks go on', async () => {
  const limits = { rateLimit: 60, scansPerDay: 5, retainMinutes: 30, retainPictureMinutes: 0 };
  const { id, token } = await tokens().create('desk', { scopes: ['scan'], ...limits });
  await registry.reload();
  const disabledReason = await addWebhook(token);
  const ended = Promise.withResolvers<void>();
  registry.onRevoked(id, ended.resolve);
  const made = await tokens().rotate(id, { overlapMs: 200 });
  await registry.reload();
  const old = registry.find(hashToken(token))!;
  expect(registry.find(hashToken(made!.token))).toEqual({ ...old, tokenId: made!.id });
  expect(old).toMatchObject({ scopes: ['scan'], ...limits });
  await ended.promise;
  expect([find(token), find(made!.token), await disabledReason()]).toEqual([undefined, made!.id, null]);
  expect((await tokens().list()).find((listed) => listed.id === made!.id)).toMatchObject({ name: 'desk', expires_at: null });
});

test('an overlap does not make a token live longer, and a new one lives as long as the old one was made for', async () => {
  const { id, expires_at: end } = await tokens().create('short', { expiresAt: inMs(3_600_000) });
  const made = await tokens().rotate(id, { overlapMs: 86_400_000 });
  expect((await tokens().list()).find((listed) => listed.id === id)?.expires_at).toBe(end);
  expect(Date.parse(made!.expires_at!) - Date.parse(made!.created_at)).toBeCloseTo(3_600_000, -3);
});
