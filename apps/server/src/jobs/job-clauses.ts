import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** Makes jobs within the statement that makes the rows that they are about. */
export type JobClauses = {
  /** Common table expressions, to come after those that the jobs are made of. */
  readonly clauses: RawBuilder<unknown>;
  /** The last of them, for the statement to read from. */
  readonly from: RawBuilder<unknown>;
  /** What the statement has to ask, so that workers are woken: true for all rows. */
  readonly isTold: RawBuilder<SqlBool>;
};

/** @param jobs an expression for a JSON array of jobs, each with its `data` */
export type JobClausesOf = (jobs: RawBuilder<unknown>) => JobClauses;

/**
 * pg-boss's insert of jobs, from a JSON array of them, with the notification that wakes workers.
 */
const insertOfJobs = /^\s*WITH (ins AS \([^;]*)\sSELECT id FROM ins WHERE ([^;]*?)\s*$/;

const parameter = '$1::text::json';

/**
 * Takes pg-boss's own statement apart, so that one statement can make rows and their jobs: a server
 * then answers once instead of four or five times.
 *
 * @param text the statement
 * @returns what makes clauses of an expression for the array; undefined where the statement is
 *   another one than this code knows, so that jobs are to be sent by pg-boss
 */
export function splitJobInsert(text: string): JobClausesOf | undefined {
  const [, clauses = '', condition = ''] = insertOfJobs.exec(text) ?? [];
  const [before, after, ...others] = clauses.split(parameter);
  if (before === undefined || after === undefined || others.length > 0) return undefined;
  if (/\$\d/.test(before + after + condition)) return undefined;
  const [head, tail, from, isTold] = [sql.raw(before), sql.raw(after), sql.raw('ins'), sql.raw<SqlBool>(condition)];
  return (jobs) => ({ clauses: sql`${head}(${jobs})${tail}`, from, isTold });
}
