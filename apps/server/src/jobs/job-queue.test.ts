import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/open-test-database.ts';
import type { JobPayloads, NewJob } from './job-queue.ts';

// What every queue promises: in memory beside SQLite, pg-boss on PostgreSQL (`npm run
// test:postgres`).

let opened: TestDatabase;
beforeEach(async () => {
  opened = await openTestDatabase();
}, 60_000);
afterEach(() => opened.close());

type ReadScan = NewJob<'read-scan'>;
const send = (...jobs: ReadScan[]) =>
  opened.database.sql.transaction().execute((transaction) => opened.jobs.send(transaction, 'read-scan', ...jobs));
const job = (scanId: number, priority = 0): ReadScan => ({ payload: { scanId }, priority });
const unfinished = async () => {
  const jobs = await opened.database.sql.transaction().execute((transaction) => opened.jobs.listUnfinished(transaction, 'read-scan'));
  return jobs.map(({ scanId }) => scanId).sort();
};

test('jobs come by priority, then in the order in which they were sent', async () => {
  await send(job(1, -1), job(2, -2), job(3, -3));
  await send(job(4, -1));
  await send(job(5), job(6));
  expect(await unfinished()).toEqual([1, 2, 3, 4, 5, 6]);
  const seen: number[] = [];
  await opened.jobs.work('read-scan', 1, ({ scanId }) => Promise.resolve(void seen.push(scanId)));
  await expect.poll(() => seen.length, { timeout: 10_000 }).toBe(6);
  expect(seen).toEqual([5, 6, 1, 4, 2, 3]);
  await expect.poll(unfinished).toEqual([]);
});

test('where the queue is in a server, the statement that makes a row can make its job', async () => {
  const clauses = opened.jobs.clausesOf?.('read-scan');
  expect(clauses !== undefined).toBe(opened.database.engine === 'postgres');
  if (!clauses) return;
  const seen: number[] = [];
  await opened.jobs.work('read-scan', 1, ({ scanId }) => Promise.resolve(void seen.push(scanId)));
  const make = async (ids: number[]) => {
    const payload = sql`json_build_object('data', json_build_object('scanId', id))`;
    const job = clauses(sql`select json_agg(${payload}) from made`);
    const { rows } = await sql<{ id: number }>`
      with made as (select cast(unnest(${ids}::int[]) as int) as id), ${job.clauses}
      select made.id from made, (select count(*) from ${job.from}) as jobs where ${job.isTold}`.execute(opened.database.sql);
    return rows.length;
  };
  expect([await make([7, 8]), await make([])]).toEqual([2, 0]);
  // Sooner than a worker that was not woken would look.
  await expect.poll(() => [...seen].sort(), { timeout: 3000 }).toEqual([7, 8]);
});

test('a job of a transaction that is rolled back is none', async () => {
  const rolledBack = opened.database.sql.transaction().execute(async (transaction) => {
    await opened.jobs.send(transaction, 'read-scan', job(1));
    throw new Error('rolled back');
  });
  await expect(rolledBack).rejects.toThrow('rolled back');
  expect(await unfinished()).toEqual([]);
});

test('no more handlers run at a time than asked for, and one that rejects sees its job again', async () => {
  let running = 0;
  let peak = 0;
  const seen: JobPayloads['read-scan'][] = [];
  await opened.jobs.work('read-scan', 2, async (payload) => {
    running += 1;
    peak = Math.max(peak, running);
    await new Promise((resolve) => setTimeout(resolve, 20));
    running -= 1;
    seen.push(payload);
    if (payload.scanId === 3 && seen.filter(({ scanId }) => scanId === 3).length === 1) throw new Error('a fault');
  });
  await send(...[1, 2, 3, 4, 5].map((scanId) => job(scanId)));
  await expect.poll(() => seen.length, { timeout: 15_000 }).toBe(6);
  expect([peak, seen.map(({ scanId }) => scanId).sort()]).toEqual([2, [1, 2, 3, 3, 4, 5]]);
}, 20_000);

test('every worker goes on with the next job as soon as it has done one', async () => {
  const partners: PromiseWithResolvers<void>[] = [];
  let met = 0;
  // Each handler waits until another one runs: two workers do two jobs at a time, again and again.
  await opened.jobs.work('read-scan', 2, async () => {
    const waiting = partners.pop();
    waiting?.resolve();
    if (waiting) return;
    const partner = Promise.withResolvers<void>();
    partners.push(partner);
    await partner.promise;
    met += 1;
  });
  await send(...[1, 2, 3, 4, 5, 6, 7, 8].map((scanId) => job(scanId)));
  // Sooner than a worker that was not woken would look.
  await expect.poll(() => met, { timeout: 4000 }).toBe(4);
});

test('closing waits for what runs, aborts it after its time, and starts nothing more', async () => {
  const events: string[] = [];
  await opened.jobs.work('read-scan', 1, async ({ scanId }, signal) => {
    events.push(`begins ${scanId}`);
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    events.push('aborted');
  });
  await send(job(1), job(2));
  await expect.poll(() => events, { timeout: 10_000 }).toEqual(['begins 1']);
  await opened.jobs.close(50);
  expect(events).toEqual(['begins 1', 'aborted']);
});

test('closing does not wait for a handler that never ends', async () => {
  const begun = Promise.withResolvers<void>();
  await opened.jobs.work('read-scan', 1, () => {
    begun.resolve();
    return new Promise(() => undefined);
  });
  await send(job(1));
  await begun.promise;
  await opened.jobs.close(50);
});

test('where the queue is in a server, a job ends by the statement that takes the next, or as the queue closes', async () => {
  if (opened.database.engine !== 'postgres') return;
  const seen: number[] = [];
  const takeNothing = (jobs: string) => `select ${jobs}.id as job_id, null::json as row from ${jobs}`;
  await send(job(1), job(2));
  await opened.jobs.work('read-scan', 1, ({ scanId }) => Promise.resolve(void seen.push(scanId)), takeNothing);
  await expect.poll(unfinished, { timeout: 10_000 }).toEqual([]);
  // Times within one statement are the same.
  const { rows } = await sql<{ completed: Date; started: Date }>`
    select completed_on as completed, started_on as started from pgboss.job where name = 'read-scan' order by started_on`.execute(
    opened.database.sql,
  );
  expect([seen, rows.length, rows[0]?.completed]).toEqual([[1, 2], 2, rows[1]?.started]);
  await send(job(3));
  await expect.poll(() => seen, { timeout: 10_000 }).toEqual([1, 2, 3]);
  await opened.jobs.close(1000);
  expect(await unfinished()).toEqual([]);
});
