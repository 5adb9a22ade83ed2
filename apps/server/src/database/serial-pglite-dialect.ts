import type { PGlite } from '@electric-sql/pglite';
import { type DatabaseConnection, PGliteDialect, PGliteDriver } from 'kysely';

/** Kysely's PGlite dialect for many callers at once: one at a time has the connection, for a query or for a whole transaction. */
export class SerialPGliteDialect extends PGliteDialect {
  readonly #pglite: PGlite;

  constructor(pglite: PGlite) {
    super({ pglite });
    this.#pglite = pglite;
  }

  override createDriver(): SerialPGliteDriver {
    return new SerialPGliteDriver({ pglite: this.#pglite });
  }
}

/**
 * Kysely's driver hands its single connection to everybody. While one caller has a transaction open, the queries of the others would run
 * inside it and be rolled back with it, and a second transaction would overwrite the first one's commit. So callers queue here.
 */
class SerialPGliteDriver extends PGliteDriver {
  #last: Promise<void> = Promise.resolve();
  #release: (() => void) | undefined;

  override async acquireConnection(): Promise<DatabaseConnection> {
    const previous = this.#last;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last = promise;
    await previous;
    this.#release = resolve;
    return super.acquireConnection();
  }

  override async releaseConnection(): Promise<void> {
    this.#release?.();
    await super.releaseConnection();
  }
}
