import type { Kysely, Transaction } from 'kysely';
import { type Db, fromKysely, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { PostgresDatabase } from '../database/postgres/open-postgres-database.ts';
import type { Tables } from '../database/tables.ts';
import type { QueueWarning } from '../observability/log-fields.ts';
import { endClause, HeldEnds } from './held-ends.ts';
import { type JobClausesOf, splitJobInsert } from './job-clauses.ts';
import type { JobName, JobPayloads, JobQueue, TakeRow } from './job-queue.ts';
import { openQueueConnections, type QueueConnections } from './open-queue-connections.ts';
import { parsePayload } from './parse-payload.ts';

const schema = 'pgboss';

const queueOptions = {
  notify: true,
  // A handler that throws met a fault of the service, not of a picture: wait a little longer each
  // time. Maintenance finds what is left.
  retryLimit: 5,
  retryDelay: 1,
  retryBackoff: true,
  expireInSeconds: 900,
  // A worker that was killed or frozen says nothing any more; another one takes its jobs.
  heartbeatSeconds: 10,
  deleteAfterSeconds: 3600,
} as const;

/** How often pg-boss looks for jobs whose worker is silent, seconds. */
const superviseSeconds = 5;

const names: readonly JobName[] = ['read-scan', 'maintenance'];

/**
 * Opens the job queue on the service's own database, so that a job commits together with the rows
 * that it is about.
 */
export async function openPgBossQueue(database: PostgresDatabase, logger: Logger): Promise<JobQueue> {
  const connections = openQueueConnections(database, (error) => logger.error({ err: error }, 'job queue'));
  const boss = new PgBoss({
    db: connections.db,
    schema,
    useListenNotify: true,
    registerInstance: false,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
  });
  boss.on('error', (error) => logger.error({ err: error }, 'job queue'));
  // Its message may quote what failed.
  boss.on('warning', ({ data }) => logger.warn({ warning: (data as { type?: QueueWarning }).type }, 'job queue'));
  await boss.start();
  const clauses = new Map<JobName, JobClausesOf>();
  const endings: (() => Promise<void>)[] = [];
  for (const name of names) {
    await boss.createQueue(name, queueOptions);
    // For one that an older version has made.
    await boss.updateQueue(name, queueOptions);
    const clausesOf = splitJobInsert(await insertTextOf(boss, name));
    if (clausesOf) clauses.set(name, clausesOf);
  }
  return {
    send: async (transaction, name, ...jobs) => {
      const inserts = jobs.map(({ payload, priority = 0 }) => ({ data: payload, priority }));
      await boss.insert(name, inserts, { db: fromKysely(transaction) });
    },
    clausesOf: (name) => clauses.get(name),
    work: async (name, concurrency, handler, takeRow) => {
      if (takeRow) {
        endings.push(await takeRows(boss, connections, name, takeRow));
      }
      await startWorkers(boss, name, concurrency, ({ data, signal, row }) => handler(parsePayload(name, data), signal, row));
    },
    schedule: (name, everyMinutes) => boss.schedule(name, `*/${everyMinutes} * * * *`, {}),
    listUnfinished: async <Name extends JobName>(transaction: Transaction<Tables>, name: Name): Promise<JobPayloads[Name][]> => {
      const rows = await selectJobs(transaction, name, ['created', 'retry', 'active']);
      return rows.map(({ data }) => parsePayload(name, data));
    },
    dropActive: async (name) => {
      const ids = (await selectJobs(database.sql, name, ['active'])).map(({ id }) => id);
      if (ids.length > 0) await boss.deleteJob(name, ids);
    },
    close: async (timeoutMs) => {
      await boss.stop({ graceful: true, timeout: timeoutMs });
      for (const end of endings) await end().catch((error: unknown) => logger.error({ err: error }, 'job queue'));
      await connections.close();
    },
  };
}

/** Returns the statement by which pg-boss makes jobs of a queue. */
function insertTextOf(boss: PgBoss, name: JobName): Promise<string> {
  return textOf((db) => boss.insert(name, [], { returnId: true, db }));
}

/** Returns the statement by which a worker of pg-boss takes the next job of a queue. */
function fetchTextOf(boss: PgBoss, name: JobName): Promise<string> {
  return textOf((db) => boss.fetch(name, { batchSize: 1, db }));
}

/** Returns the statement that something sends, without sending it. */
async function textOf(send: (db: Db) => Promise<unknown>): Promise<string> {
  let statement: string | undefined;
  const keep = (text: string) => {
    statement = text;
    return Promise.resolve({ rows: [] });
  };
  await send({ executeSql: keep }).catch((error: unknown) => {
    // What pg-boss makes of an answer without rows is no matter.
    if (statement === undefined) throw error;
  });
  return statement ?? '';
}

/** Returns the statement by which a worker of pg-boss ends its job. */
function endTextOf(boss: PgBoss, name: JobName): Promise<string> {
  return textOf((db) => boss.complete(name, [{ id: '00000000-0000-4000-8000-000000000000', retryCount: 0 }], undefined, { db }));
}

/**
 * Lets the statement that takes a job take its row, too, and end the jobs that were done before it.
 * A job without a row comes, too.
 *
 * @returns ends what is done once no job is taken any more
 */
async function takeRows(boss: PgBoss, connections: QueueConnections, name: JobName, takeRow: TakeRow): Promise<() => Promise<void>> {
  const [takeText, endText] = [await fetchTextOf(boss, name), await endTextOf(boss, name)];
  const clauses = `job as (${takeText}), taken as (${takeRow('job')})`;
  const from = 'select job.*, taken.row from job left join taken on taken.job_id = job.id';
  const ended = /\$\d/.test(takeText) ? undefined : endClause(endText);
  if (ended === undefined) {
    const takeRowText = `with ${clauses} ${from}`;
    connections.replace(takeText, (values) => connections.query(takeRowText, values));
    return () => Promise.resolve();
  }
  const held = new HeldEnds(name);
  connections.replace(endText, async (values) => held.hold(values) ?? (await connections.query(endText, values)));
  // Made once: what comes again is known by its text.
  const takeAndEndText = `with ${clauses}, ${ended} ${from}`;
  connections.replace(takeText, () => held.sendWith((values) => connections.query(takeAndEndText, values)));
  return async () => {
    if (!held.isEmpty) await held.sendWith((values) => connections.query(endText, values));
  };
}

/**
 * pg-boss lists waiting jobs or all of them, finished ones included, so the states are picked here.
 */
function selectJobs(database: Kysely<Tables>, name: JobName, states: readonly string[]): Promise<{ id: string; data: unknown }[]> {
  const jobs = database.withSchema(schema).withTables<{ job: { id: string; name: string; state: string; data: unknown } }>();
  return jobs
    .selectFrom('job')
    .select(['id', 'data'])
    .where('name', '=', name)
    .where((where) => where(where.cast<string>('state', 'text'), 'in', states))
    .execute();
}

/** As pg-boss hands it over, with whatever else the statement that took it returned. */
type TakenJob = { readonly data: unknown; readonly signal: AbortSignal; readonly row?: unknown };

async function startWorkers(boss: PgBoss, name: JobName, concurrency: number, handle: (job: TakenJob) => Promise<void>): Promise<void> {
  for (let count = 0; count < concurrency; count += 1) await startWorker(boss, name, handle);
}

/**
 * One of its own, since of workers that are started together pg-boss lets only the first be woken.
 */
async function startWorker(boss: PgBoss, name: JobName, handle: (job: TakenJob) => Promise<void>): Promise<void> {
  let workerId = '';
  workerId = await boss.work(name, { notifyPollingIntervalSeconds: 5 }, async ([job]) => {
    if (!job) return;
    // A worker that has done a job would sleep until the next notification or poll; woken, it first
    // looks for the next job.
    boss.notifyWorker(workerId);
    await handle(job);
  });
}
