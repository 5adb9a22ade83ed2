import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryResult, TransactionSettings } from 'kysely';
import type { ObserveCall } from '../metrics/observed-call.ts';
import { observeCall } from '../metrics/observed-call.ts';

/**
 * First words of statements that are told apart; a bounded list, as each is a series of its own.
 */
const statements: ReadonlySet<string> = new Set(['select', 'insert', 'update', 'delete']);

/**
 * Puts an observer between Kysely and a dialect: it hears of each statement by its kind, of the
 * wait for a connection (`connect`), and of `begin`, `commit` and `rollback`. Never of a
 * statement's text.
 */
export function observeDialect(dialect: Dialect, observe: ObserveCall): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => new ObservedDriver(dialect.createDriver(), observe),
    createIntrospector: (database) => dialect.createIntrospector(database),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

class ObservedDriver implements Driver {
  readonly #driver: Driver;
  readonly #observe: ObserveCall;

  constructor(driver: Driver, observe: ObserveCall) {
    this.#driver = driver;
    this.#observe = observe;
  }

  init(): Promise<void> {
    return this.#driver.init();
  }

  async acquireConnection(): Promise<ObservedConnection> {
    const connection = await observeCall(this.#observe, 'connect', () => this.#driver.acquireConnection());
    return new ObservedConnection(connection, this.#observe);
  }

  beginTransaction({ inner }: ObservedConnection, settings: TransactionSettings): Promise<void> {
    return observeCall(this.#observe, 'begin', () => this.#driver.beginTransaction(inner, settings));
  }

  commitTransaction({ inner }: ObservedConnection): Promise<void> {
    return observeCall(this.#observe, 'commit', () => this.#driver.commitTransaction(inner));
  }

  rollbackTransaction({ inner }: ObservedConnection): Promise<void> {
    return observeCall(this.#observe, 'rollback', () => this.#driver.rollbackTransaction(inner));
  }

  releaseConnection({ inner }: ObservedConnection): Promise<void> {
    return this.#driver.releaseConnection(inner);
  }

  destroy(): Promise<void> {
    return this.#driver.destroy();
  }
}

class ObservedConnection implements DatabaseConnection {
  readonly inner: DatabaseConnection;
  readonly #observe: ObserveCall;

  constructor(inner: DatabaseConnection, observe: ObserveCall) {
    this.inner = inner;
    this.#observe = observe;
  }

  executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    return observeCall(this.#observe, nameStatement(query.sql), () => this.inner.executeQuery<Row>(query));
  }

  streamQuery<Row>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<Row>> {
    return this.inner.streamQuery<Row>(query, chunkSize);
  }
}

function nameStatement(sql: string): string {
  const word = sql.slice(0, 6).toLowerCase();
  return statements.has(word) ? word : 'other';
}
