import { type CompiledQuery, type DatabaseConnection, type QueryResult, SelectQueryNode } from 'kysely';
import type { SqliteSession } from './sqlite-session.ts';

/**
 * One caller's use of the session. It holds the turn while a statement runs or its transaction is
 * open.
 */
export class SessionConnection implements DatabaseConnection {
  readonly #session: SqliteSession;
  readonly #isRelaxed: boolean;
  #inTransaction = false;
  #hasWritten = false;

  constructor(session: SqliteSession, isRelaxed: boolean) {
    this.#session = session;
    this.#isRelaxed = isRelaxed;
  }

  async executeQuery<Row>({ query, sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const isWrite = !SelectQueryNode.is(query);
    if (this.#inTransaction) {
      this.#hasWritten ||= isWrite;
      return this.#run(sql, parameters);
    }
    await this.#session.turns.take();
    try {
      const result = this.#run<Row>(sql, parameters);
      this.#noteCommit(isWrite);
      return result;
    } catch (error) {
      this.#session.notifications.discard();
      throw error;
    } finally {
      this.#session.turns.give();
      await this.#settled();
    }
  }

  // biome-ignore lint/correctness/useYield: a stream of rows is part of the interface, and nobody asks for one
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    await Promise.reject(new Error('Rows are not streamed from SQLite.'));
  }

  async begin(): Promise<void> {
    await this.#session.turns.take();
    try {
      this.#session.run('begin immediate');
      this.#inTransaction = true;
    } catch (error) {
      this.#session.turns.give();
      throw error;
    }
  }

  async commit(): Promise<void> {
    this.#session.run('commit');
    this.#end();
    this.#noteCommit(this.#hasWritten);
    await this.#settled();
  }

  /** Also after a commit that failed, for which SQLite may have rolled back by itself. */
  rollback(): Promise<void> {
    if (!this.#inTransaction) return Promise.resolve();
    this.#session.notifications.discard();
    try {
      if (this.#session.database.isTransaction) this.#session.run('rollback');
    } finally {
      this.#end();
    }
    return Promise.resolve();
  }

  #run<Row>(sql: string, parameters: readonly unknown[]): QueryResult<Row> {
    const { rows, changes } = this.#session.run(sql, parameters);
    return { rows: rows as Row[], ...(changes !== undefined && { numAffectedRows: BigInt(changes) }) };
  }

  #end(): void {
    this.#inTransaction = false;
    this.#session.turns.give();
  }

  #noteCommit(hasWritten: boolean): void {
    if (hasWritten) this.#session.space.topUp();
    if (hasWritten && !this.#isRelaxed) this.#session.sync.noteCommit();
    this.#session.notifications.deliver();
  }

  /**
   * A row that others have committed can be seen before it is on the disk; an answer must not rest
   * on it.
   */
  async #settled(): Promise<void> {
    if (!this.#isRelaxed) await this.#session.sync.synced();
  }
}
