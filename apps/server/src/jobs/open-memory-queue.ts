import { sql as rawSql, type Transaction } from 'kysely';
import type { Logger } from 'pino';
import TinyQueue from 'tinyqueue';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { isDiskFull } from '../errors/is-disk-full.ts';
import type { JobHandler, JobName, JobPayloads, JobQueue, NewJob } from './job-queue.ts';
import { OwnerTurns } from './owner-turns.ts';
import { settlesWithin } from './settles-within.ts';

/** The notification that carries new jobs out of the transaction which makes them. */
const channel = 'jobs';

/**
 * A handler that rejects met a fault of the service: it is tried again after 1, 2, 4 … seconds, at
 * most this many.
 */
const maxRetrySeconds = 30;

/**
 * On a full disk no job can be done. They wait together this long, and those whose turn it is find
 * out whether there is room again.
 */
const fullDiskPauseMs = 5000;

/**
 * How long an aborted handler may take to end, milliseconds: a stop must not wait for one that does
 * not listen.
 */
const abortedMs = 1000;

type Job = {
  readonly name: JobName;
  readonly payload: object;
  readonly priority: number;
  /** Of the jobs with the same priority the one with the earliest turn is next. */
  readonly turn: number;
  readonly order: number;
  faults: number;
};

/**
 * Opens the job queue of a service that has its database to itself. It keeps no rows: the scans'
 * states already say what is left to do, and after a restart `recoverScans` sends jobs for them
 * again.
 */
export async function openMemoryQueue(database: Pick<Database, 'listen'>, logger: Logger): Promise<JobQueue> {
  const lanes = new Map<JobName, Lane>();
  const laneOf = (name: JobName) => {
    const lane = lanes.get(name) ?? new Lane(logger);
    lanes.set(name, lane);
    return lane;
  };
  const timers: NodeJS.Timeout[] = [];
  let sent = 0;
  const add = (name: JobName, jobs: readonly NewJob<JobName>[]) => {
    for (const { payload, priority = 0, owner } of jobs) {
      const lane = laneOf(name);
      lane.add({ name, payload, priority, turn: lane.takeTurn(priority, owner), order: sent++, faults: 0 });
    }
  };
  const stop = await database.listen(channel, (message) => {
    const { name, jobs } = JSON.parse(message) as { name: JobName; jobs: NewJob<JobName>[] };
    add(name, jobs);
  });
  return {
    send: async (transaction, name, ...jobs) => {
      await rawSql`select pg_notify(${channel}, ${JSON.stringify({ name, jobs })})`.execute(transaction);
    },
    work: (name, concurrency, handler) => Promise.resolve(laneOf(name).work(concurrency, handler as JobHandler<JobName>)),
    schedule: (name, everyMinutes) => {
      timers.push(setInterval(() => laneOf(name).isIdle() && add(name, [{ payload: {} }]), everyMinutes * 60_000).unref());
      return Promise.resolve();
    },
    listUnfinished: <Name extends JobName>(_transaction: Transaction<Tables>, name: Name) =>
      Promise.resolve(laneOf(name).unfinished() as JobPayloads[Name][]),
    dropActive: () => Promise.resolve(),
    close: async (timeoutMs) => {
      for (const timer of timers) clearInterval(timer);
      await Promise.all([stop(), ...[...lanes.values()].map((lane) => lane.close(timeoutMs))]);
    },
  };
}

/** The jobs of one name: those that wait, in order, and those in the hands of a worker. */
class Lane {
  readonly #logger: Logger;
  readonly #waiting = new TinyQueue<Job>(
    [],
    (one, other) => other.priority - one.priority || one.turn - other.turn || one.order - other.order,
  );
  readonly #active = new Map<Job, Promise<void>>();
  readonly #delayed = new Map<Job, NodeJS.Timeout>();
  readonly #stopping = new AbortController();
  #concurrency = 0;
  #pause: NodeJS.Timeout | undefined;
  #isClosed = false;
  readonly #turns = new Map<number, OwnerTurns>();
  #handle: JobHandler<JobName> = () => Promise.resolve();

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  /** Returns the turn of the next job of an owner; 0, that of the oldest, where nobody owns it. */
  takeTurn(priority: number, owner: string | undefined): number {
    if (owner === undefined) return 0;
    // Who has waited for nothing begins anew.
    if (this.#waiting.length === 0) this.#turns.clear();
    const turns = this.#turns.get(priority) ?? new OwnerTurns();
    this.#turns.set(priority, turns);
    return turns.take(owner);
  }

  add(job: Job): void {
    this.#waiting.push(job);
    this.#startNext();
  }

  work(concurrency: number, handler: JobHandler<JobName>): void {
    this.#concurrency = concurrency;
    this.#handle = handler;
    this.#startAll();
  }

  isIdle(): boolean {
    return this.#waiting.length + this.#active.size + this.#delayed.size === 0;
  }

  unfinished(): object[] {
    return [...this.#waiting.data, ...this.#active.keys(), ...this.#delayed.keys()].map(({ payload }) => payload);
  }

  async close(timeoutMs: number): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#pause);
    for (const timer of this.#delayed.values()) clearTimeout(timer);
    const ended = Promise.all(this.#active.values());
    if (await settlesWithin(ended, timeoutMs)) return;
    this.#stopping.abort(new Error('The service stops.'));
    if (!(await settlesWithin(ended, abortedMs))) this.#logger.warn({ jobs: this.#active.size }, 'jobs did not end');
  }

  #startAll(): void {
    for (let index = 0; index < this.#concurrency; index += 1) this.#startNext();
  }

  #startNext(): void {
    if (this.#isClosed || this.#pause || this.#active.size >= this.#concurrency) return;
    const job = this.#waiting.pop();
    if (!job) return;
    this.#turns.get(job.priority)?.begin(job.turn);
    this.#active.set(job, this.#run(job));
  }

  /** Never rejects. */
  async #run(job: Job): Promise<void> {
    try {
      await this.#handle(job.payload as JobPayloads[JobName], this.#stopping.signal);
    } catch (error) {
      if (this.#isClosed) return;
      if (isDiskFull(error)) this.#waitForRoom(job, error);
      else this.#retryLater(job, error);
    } finally {
      this.#active.delete(job);
      this.#startNext();
    }
  }

  /** The job keeps its place before those that came later. */
  #waitForRoom(job: Job, error: unknown): void {
    this.#logger.error({ err: error, job: job.name, ...job.payload }, 'the disk is full, jobs wait');
    this.#waiting.push(job);
    this.#pause ??= setTimeout(() => {
      this.#pause = undefined;
      this.#startAll();
    }, fullDiskPauseMs);
  }

  #retryLater(job: Job, error: unknown): void {
    const seconds = Math.min(2 ** job.faults, maxRetrySeconds);
    job.faults += 1;
    this.#logger.error({ err: error, job: job.name, ...job.payload, retrySeconds: seconds }, 'job failed');
    const retry = () => {
      this.#delayed.delete(job);
      this.add(job);
    };
    this.#delayed.set(job, setTimeout(retry, seconds * 1000));
  }
}
