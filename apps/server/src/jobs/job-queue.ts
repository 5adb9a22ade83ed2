import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { JobClausesOf } from './job-clauses.ts';

/**
 * Every job by its name, and what it carries. A job names rows; it never holds an identity value.
 */
export type JobPayloads = {
  /** `traceparent` is that of the request that the scan came with, where it is traced. */
  'read-scan': { readonly scanId: number; readonly traceparent?: string | undefined };
  maintenance: Record<string, never>;
};

export type JobName = keyof JobPayloads;

/** @param row what `TakeRow` made of the job's row; undefined where nothing did */
export type JobHandler<Name extends JobName> = (payload: JobPayloads[Name], signal: AbortSignal, row?: unknown) => Promise<void>;

/**
 * What is done to the row that a job is about in the statement that takes the job, where both lie
 * in one server: an `update` that reads from the table of jobs that is named, with their `id` and
 * `data`, and returns `job_id` and `row`, a JSON object.
 */
export type TakeRow = (jobs: string) => string;

/**
 * What a job carries. Of those that wait the one with the highest priority is next, 0 unless said
 * otherwise, then the oldest. In the memory queue the owners of jobs of the same priority take
 * turns.
 */
export type NewJob<Name extends JobName> = { readonly payload: JobPayloads[Name]; readonly priority?: number; readonly owner?: string };

/**
 * Work that must happen: a job commits with the rows it belongs to and is handed to a worker until
 * one has finished it. Every adapter passes job-queue.contract.ts.
 */
export type JobQueue = {
  /** Adds jobs in the caller's transaction. */
  readonly send: <Name extends JobName>(transaction: Transaction<Tables>, name: Name, ...jobs: readonly NewJob<Name>[]) => Promise<void>;
  /**
   * Where rows and their jobs can be made by one statement instead of a transaction: the clauses
   * that make jobs of a name.
   */
  readonly clausesOf?: (name: JobName) => JobClausesOf | undefined;
  /**
   * Starts workers for a job, `concurrency` at a time. A handler may see the same job twice, so it
   * must be idempotent; one that rejects sees it again after a while.
   *
   * @param takeRow spares the handler a statement where the queue can do so; it then gets the row,
   *   or null where there is none to take
   */
  readonly work: <Name extends JobName>(name: Name, concurrency: number, handler: JobHandler<Name>, takeRow?: TakeRow) => Promise<void>;
  /** Runs a job every so many minutes, from 1 to 59. */
  readonly schedule: (name: 'maintenance', everyMinutes: number) => Promise<void>;
  /** Payloads of the jobs that are waiting or being worked on. */
  readonly listUnfinished: <Name extends JobName>(transaction: Transaction<Tables>, name: Name) => Promise<JobPayloads[Name][]>;
  /**
   * Removes jobs that a dead process left active. Only where no other process works on the
   * database.
   */
  readonly dropActive: (name: JobName) => Promise<void>;
  /**
   * Takes no new job, waits for running handlers, and aborts their signals after `timeoutMs`.
   * Resolves soon after that whatever they do.
   */
  readonly close: (timeoutMs: number) => Promise<void>;
};
