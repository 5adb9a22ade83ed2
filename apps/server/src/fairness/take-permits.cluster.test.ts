import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { useTestDatabase } from '../../test/open-test-database.ts';
import { createPermits, deleteOldWindows, type TakePermits } from './take-permits.ts';

const opened = useTestDatabase();
let take: TakePermits;
beforeAll(() => {
  take = createPermits(opened.database.relaxed);
});

const inMs = (most: number) => expect.toSatisfy((ms: number) => ms > most - 5000 && ms <= most);
const endWindows = () => sql`update rate_windows set ends_at = clock_timestamp()`.execute(opened.database.sql);

test('permits are given until the quota is used up, and all of them again when its window has ended', async () => {
  const quota = { requests: 10, windowSeconds: 60 };
  const leftMs = inMs(60_000);
  expect([await take('a', quota, 4), await take('a', quota, 4), await take('a', quota, 4), await take('a', quota, 4)]).toEqual([
    { granted: 4, remaining: 6, leftMs },
    { granted: 4, remaining: 2, leftMs },
    { granted: 2, remaining: 0, leftMs },
    { granted: 0, remaining: 0, leftMs },
  ]);
  expect(await take('b', quota, 1)).toEqual({ granted: 1, remaining: 9, leftMs });
  await endWindows();
  expect(await take('a', quota, 4)).toEqual({ granted: 4, remaining: 6, leftMs });
  await deleteOldWindows(opened.database.relaxed);
  expect((await sql`select subject from rate_windows`.execute(opened.database.sql)).rows).toEqual([{ subject: 'a' }]);
});

test('whoever takes at the same time, no more are given than there are', async () => {
  const quota = { requests: 25, windowSeconds: 60 };
  const all = await Promise.all(Array.from({ length: 40 }, () => take('c', quota, 1)));
  expect(all.reduce((sum, { granted }) => sum + granted, 0)).toBe(25);
});

test('what one statement costs is printed, beside one that does nothing', async () => {
  const statements = {
    'taking permits': () => take('d', { requests: 6000, windowSeconds: 60 }, 60),
    'select 1': () => sql`select 1`.execute(opened.database.relaxed),
  };
  for (const [name, run] of Object.entries(statements)) {
    const times: number[] = [];
    for (let index = 0; index < 300; index += 1) {
      const startedAt = performance.now();
      await run();
      times.push(performance.now() - startedAt);
    }
    times.sort((one, other) => one - other);
    const at = (share: number) => times[Math.floor(share * times.length)]!.toFixed(2);
    process.stdout.write(`${name}: ${at(0.05)} ms at the 5th percentile, ${at(0.5)} at the median, ${at(0.95)} at the 95th\n`);
  }
  expect(await take('d', { requests: 6000, windowSeconds: 60 }, 60)).toMatchObject({ granted: 0, remaining: 0 });
});
