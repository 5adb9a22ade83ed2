import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SpawnedServer } from '../acceptance/spawn-server.ts';
import { parseConfig } from '../src/config/parse-config.ts';
import { type OpenTokens, openTokens } from '../src/tokens/open-tokens.ts';
import { dataUri, onePixelPng } from '../test/uploads/pictures.ts';
import { type Cluster, startCluster } from './start-cluster.ts';

let cluster: Cluster;
let servers: SpawnedServer[];
let tokens: OpenTokens;

beforeAll(async () => {
  cluster = await startCluster();
  servers = [await cluster.start('api'), await cluster.start('api')];
  tokens = await openTokens(parseConfig(cluster.environment));
}, 120_000);
afterAll(async () => {
  await tokens.close();
  await cluster.close();
}, 60_000);

const ask = (index: number, token: string, init: RequestInit = {}) =>
  fetch(`${servers[index % servers.length]!.url}/api/v2/scans`, {
    ...init,
    headers: { ...(init.headers as object), authorization: `Bearer ${token}` },
  });
const create = (index: number, token: string) =>
  ask(index, token, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ file: dataUri(onePixelPng) }),
  });

/** The statuses of as many requests at the same time, spread over both processes. */
async function countStatuses(count: number, send: (index: number) => Promise<Response>): Promise<Record<number, number>> {
  const counts: Record<number, number> = {};
  for (const { status } of await Promise.all(Array.from({ length: count }, (_, index) => send(index))))
    counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

const statuses = (token: string) => Promise.all([0, 1].map(async (index) => (await ask(index, token)).status));
const becomes = (token: string, expected: number[]) =>
  expect.poll(() => statuses(token), { timeout: 5000, interval: 50 }).toEqual(expected);

test("a token's own rate holds over both processes", async () => {
  const { token } = await tokens.create('slow', { rateLimit: 10, scopes: ['read'] });
  await expect.poll(async () => (await create(0, token)).status).toBe(403);
  // One is taken by then: what is refused for its scope counts, what was not known yet does not.
  expect(await countStatuses(30, (index) => ask(index, token))).toEqual({ 200: 9, 429: 21 });
});

test('files of a day are counted over both processes, exactly', async () => {
  const { token } = await tokens.create('few', { scansPerDay: 7 });
  await becomes(token, [200, 200]);
  expect(await countStatuses(30, (index) => create(index, token))).toEqual({ 202: 7, 429: 23 });
});

test('a token ends at the same time in both processes, and so does a rotated one while its successor is taken', async () => {
  const short = await tokens.create('short', { expiresAt: new Date(Date.now() + 3000) });
  const old = await tokens.create('old');
  await becomes(short.token, [200, 200]);
  await becomes(old.token, [200, 200]);
  const made = await tokens.rotate(old.id, { overlapMs: 1000 });
  await becomes(made!.token, [200, 200]);
  await becomes(old.token, [401, 401]);
  await becomes(short.token, [401, 401]);
  expect(await statuses(made!.token)).toEqual([200, 200]);
});

test('the last use of a token is written by every process, and the latest counts', async () => {
  const { id, token } = await tokens.create('used');
  await becomes(token, [200, 200]);
  for (const server of servers) await server.end('SIGTERM');
  const used = (await tokens.list()).find((listed) => listed.id === id)?.last_used_at;
  expect(used).toMatch(/:00\.000Z$/);
  expect(Date.now() - Date.parse(used!)).toBeLessThan(120_000);
});
