import { expect, test } from 'vitest';
import { startPostgresServer } from '../test/servers/postgres-server.ts';
import { startS3Gateway } from '../test/servers/start-s3-gateway.ts';
import { runChaosRound } from './chaos/run-chaos-round.ts';

test('faults of processes, database and store under load: what was acknowledged ends once, and nothing is left over', async () => {
  const database = await startPostgresServer();
  const store = await startS3Gateway();
  try {
    const { faults, acknowledged, findings } = await runChaosRound({ database, store }, { apis: 2, workers: 1, uploads: 25, seed: 9303 });
    expect({ ...findings, failed: [] }).toEqual({ lost: [], doubled: [], undone: [], leftOver: [], failed: [] });
    expect([...faults.values()].reduce((sum, count) => sum + count)).toBeGreaterThan(0);
    // Else it would say nothing.
    for (const { size } of [acknowledged.scans, acknowledged.deletions]) expect(size).toBeGreaterThan(0);
  } finally {
    store.stop();
    database.close();
  }
}, 600_000);
