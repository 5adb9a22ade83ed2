import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SpawnedServer } from '../acceptance/spawn-server.ts';
import { type Cluster, clusterToken, startCluster } from './start-cluster.ts';

const path = '/api/v1/tools/ocr/data/1/';
let cluster: Cluster;
let servers: SpawnedServer[];

beforeAll(async () => {
  cluster = await startCluster();
  const limits = { OCR_WEB_RATE_LIMIT: '10', OCR_WEB_RATE_LIMIT_WINDOW_SECONDS: '3600', OCR_WEB_WRONG_TOKENS_PER_MINUTE: '4' };
  servers = [await cluster.start('api', limits), await cluster.start('api', limits)];
}, 120_000);
afterAll(() => cluster.close(), 60_000);

const ask = (index: number, token: string) =>
  fetch(`${servers[index % servers.length]!.url}${path}`, { headers: { authorization: `Token ${token}` } });

/** How many of so many requests, spread over both processes, were answered with each status. */
async function countStatuses(count: number, token: string): Promise<Record<number, number>> {
  const counts: Record<number, number> = {};
  for (const { status } of await Promise.all(Array.from({ length: count }, (_, index) => ask(index, token))))
    counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

test('ten requests of a token are ten over both processes', async () => {
  expect(await countStatuses(30, clusterToken)).toEqual({ 404: 10, 429: 20 });
  for (const index of [0, 1]) {
    const { headers } = await ask(index, clusterToken);
    expect([headers.get('ratelimit'), headers.get('retry-after')]).toEqual([
      expect.stringMatching(/^"default";r=0;t=3(600|5\d\d)$/),
      expect.stringMatching(/^3(600|5\d\d)$/),
    ]);
  }
});

test('four wrong tokens of an address are four over both processes, and right ones are still known', async () => {
  const statuses: number[] = [];
  for (let index = 0; index < 8; index += 1) statuses.push((await ask(index, 'f'.repeat(40))).status);
  expect(statuses).toEqual([401, 401, 401, 401, 429, 429, 429, 429]);
  expect((await ask(0, clusterToken)).status).toBe(429);
});
