import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { useTestDatabase } from '../../../test/open-test-database.ts';
import { withinScanQuota } from './scan-quota.ts';

const opened = useTestDatabase();

/** Sends files of a new owner; each answer is what was made, or the code of the refusal. */
function startOwner(scansPerDay: number | null) {
  const caller = { ownerId: randomUUID(), scansPerDay };
  const { sql } = opened.database;
  return (count: number, time: string, result: 'new' | 'old' | Error = 'new', limit = scansPerDay) =>
    withinScanQuota(
      sql,
      { caller: { ...caller, scansPerDay: limit }, count, key: undefined, of: 'scans', now: new Date(time) },
      () => (result instanceof Error ? Promise.reject(result) : Promise.resolve(result)),
      (made) => made === 'new',
    ).catch((error: unknown) => error as Error & { code?: string });
}

const noon = '2026-11-29T12:00:00.000Z';
const nextDay = '2026-11-30T00:00:00.000Z';
const refused = expect.objectContaining({
  code: 'quota.used_up',
  message: 'The token may send 3 files a day (UTC), and has not so many left. Expected available in 43200 seconds.',
  details: { retryAfterSeconds: 43_200 },
});

test('a day has so many files and the next day as many again; a batch counts as its files and is taken whole or not', async () => {
  const send = startOwner(3);
  expect([await send(2, noon), await send(2, noon), await send(1, noon), await send(1, noon)]).toEqual(['new', refused, 'new', refused]);
  expect([await send(3, nextDay), (await send(4, nextDay)) instanceof Error]).toEqual(['new', true]);
  // A process whose clock is behind does not open the day before again.
  expect(await send(1, noon)).toEqual(refused);
});

test('what makes nothing is not counted: a repeated request, a failure', async () => {
  const send = startOwner(3);
  const failure = new Error('The disk is full.');
  expect([await send(3, noon, 'old'), await send(3, noon, failure), await send(3, noon)]).toEqual(['old', failure, 'new']);
});

test('of many at the same time as many are taken as there is room for', async () => {
  const send = startOwner(3);
  const results = await Promise.all(Array.from({ length: 20 }, () => send(1, noon)));
  expect(results.filter((result) => result === 'new').length).toBe(3);
});

test('a quota that was raised holds at once; without one nothing is counted', async () => {
  const send = startOwner(3);
  expect([await send(3, noon), await send(1, noon), await send(1, noon, 'new', 4), await send(99, noon, 'new', null)]).toEqual([
    'new',
    refused,
    'new',
    'new',
  ]);
});
