import {
  type DatabaseIntrospector,
  type Dialect,
  type Driver,
  type Kysely,
  type SelectModifierNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { SessionConnection } from './session-connection.ts';
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
