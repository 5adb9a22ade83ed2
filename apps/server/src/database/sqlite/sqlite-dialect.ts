import {
  type CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  type SelectModifierNode,
  SelectQueryNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { SqliteSession } from './sqlite-session.ts';

/**
 * Kysely's dialect for the session of one SQLite file.
 *
 * @param isRelaxed commits do not wait for the disk; without that no result is given out before
 *   everything it rests on is on the disk
 */
export class SqliteDialect implements Dialect {
  readonly #session: SqliteSession;
  readonly #isRelaxed: boolean;

  constructor(session: SqliteSession, isRelaxed: boolean) {
    this.#session = session;
    this.#isRelaxed = isRelaxed;
  }

  createDriver(): Driver {
    return new SessionDriver(this.#session, this.#isRelaxed);
  }

  createQueryCompiler(): SqliteQueryCompiler {
    return new UnlockedQueryCompiler();
  }

  createAdapter(): SqliteAdapter {
    return new SessionAdapter();
  }

  createIntrospector(database: Kysely<unknown>): DatabaseIntrospector {
    return new SqliteIntrospector(database);
  }
}

class SessionAdapter extends SqliteAdapter {
  /**
   * Callers take turns in the driver, which hands the turn on before the disk has confirmed a
   * commit. Kysely's own lock would not.
   */
  override get supportsMultipleConnections(): boolean {
    return true;
  }

  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/**
 * A transaction has the whole database to itself, so `for update` and `for share` have nothing to
 * lock.
 */
class UnlockedQueryCompiler extends SqliteQueryCompiler {
  protected override visitSelectModifier(node: SelectModifierNode): void {
    if (!/^For/.test(node.modifier ?? '')) super.visitSelectModifier(node);
  }
}

class SessionDriver implements Driver {
  readonly #session: SqliteSession;
  readonly #isRelaxed: boolean;

  constructor(session: SqliteSession, isRelaxed: boolean) {
    this.#session = session;
    this.#isRelaxed = isRelaxed;
  }

  init(): Promise<void> {
    return Promise.resolve();
  }

  acquireConnection(): Promise<SessionConnection> {
    return Promise.resolve(new SessionConnection(this.#session, this.#isRelaxed));
  }

  beginTransaction(connection: SessionConnection): Promise<void> {
    return connection.begin();
  }

  commitTransaction(connection: SessionConnection): Promise<void> {
    return connection.commit();
  }

  rollbackTransaction(connection: SessionConnection): Promise<void> {
    return connection.rollback();
  }

  releaseConnection(): Promise<void> {
    return Promise.resolve();
  }

  /** The session outlives its drivers. */
  destroy(): Promise<void> {
    return Promise.resolve();
  }
}

/**
 * One caller's use of the session. It holds the turn while a statement runs or its transaction is
 * open.
 */
class SessionConnection implements DatabaseConnection {
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
