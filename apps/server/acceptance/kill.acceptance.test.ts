import { expect, test } from 'vitest';
import { runKillRound } from './kill/run-kill-round.ts';

test('kill -9 at random moments under load: what was acknowledged is read once, and what was deleted stays so', async () => {
  const { kills, acknowledged, findings } = await runKillRound(6, 9303);
  expect(findings).toEqual({ lost: [], doubled: [], undone: [], leftOver: [], failed: [] });
  // Every fourth is followed by one more, whatever the count is then.
  expect(kills).toBeGreaterThanOrEqual(7);
  const { scans, batches, deletions } = acknowledged;
  // Else it would say nothing.
  for (const { size } of [scans, batches, deletions]) expect(size).toBeGreaterThan(0);
}, 300_000);
