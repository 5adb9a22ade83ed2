import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { spawnServer } from '../acceptance/spawn-server.ts';
import { type Cluster, clusterToken, startCluster } from './start-cluster.ts';

/** No line of /etc/passwd has them: there is no name and no home. */
const user = { uid: 54_321, gid: 54_322 };

let cluster: Cluster;
let directory: string;
beforeAll(async () => {
  cluster = await startCluster();
  directory = await mkdtemp(join(tmpdir(), 'ocr-web-unknown-'));
  await chown(directory, user.uid, user.gid);
});
afterAll(async () => {
  await cluster.close();
  await rm(directory, { recursive: true });
}, 60_000);

test('a user whom the system does not know, without HOME, runs the service on servers', async () => {
  const server = await spawnServer(directory, { ...cluster.environment }, user);
  try {
    const answer = await fetch(`${server.url}/api/v2/scans`, { headers: { authorization: `Token ${clusterToken}` } });
    expect([answer.status, await answer.json()]).toEqual([200, expect.objectContaining({ data: [] })]);
  } finally {
    expect(await server.end('SIGTERM')).toBe(0);
  }
});
