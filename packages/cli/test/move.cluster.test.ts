import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { startCluster } from '../../../apps/server/cluster/start-cluster.ts';
import { prepareDataDirectory } from '../../../apps/server/test/prepare-data-directory.ts';
import { runCaptured } from './run-captured.ts';

test('move prints what both sides hold', async () => {
  const [cluster, folder] = await Promise.all([startCluster(), prepareDataDirectory()]);
  try {
    const key = { OCR_WEB_MASTER_KEY: cluster.environment.OCR_WEB_MASTER_KEY as string };
    expect(await runCaptured(['token', 'create', 'desk'], '', { ...key, OCR_WEB_DATA_DIR: folder })).toMatchObject({ code: 0 });
    const { code, stdout, stderr } = await runCaptured(['move', '--to', 'servers'], '', {
      ...cluster.environment,
      OCR_WEB_DATA_DIR: folder,
    });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split('\n').map((line) => line.trim().split(/ +/))).toEqual([
      ['Source', 'Target', 'Different'],
      ['secrets', '4', '4', '0'],
      ['tokens', '1', '1', '0'],
      ['scan_quotas', '0', '0', '0'],
      ['webhooks', '0', '0', '0'],
      ['webhook_secrets', '0', '0', '0'],
      ['scans', '0', '0', '0'],
      ['batches', '0', '0', '0'],
      ['batch_items', '0', '0', '0'],
      ['webhook_deliveries', '0', '0', '0'],
      // That the token was made.
      ['audit_events', '1', '1', '0'],
      ['activity_counts', '0', '0', '0'],
      ['pictures', '0', '0', '0'],
      [''],
    ]);
  } finally {
    await cluster.close();
    await rm(folder, { recursive: true });
  }
});
