import { setting } from './setting.ts';
import { parseDatabaseUrl, parseInteger } from './value-parsers.ts';

/** The database server and what it may be asked for, a part of the table in settings.ts. */
export const databaseSettings = {
  databaseUrl: setting({
    env: 'DATABASE_URL',
    doc: 'PostgreSQL server, version 15 or newer, such as `postgresql://user:password@host:5432/database?sslmode=verify-full&sslrootcert=/etc/ssl/database.pem`. Without it, the database is a file in the data folder.',
    fallback: '',
    isSecret: true,
    parse: parseDatabaseUrl,
  }),
  databaseConnections: setting({
    env: 'OCR_WEB_DATABASE_CONNECTIONS',
    doc: 'Most connections of this process to PostgreSQL for its own statements. Notifications, statistics and the job queue [add at most 10](scaling.md#connections).',
    fallback: '10',
    parse: parseInteger(2, 1000),
  }),
  databaseStatementSeconds: setting({
    env: 'OCR_WEB_DATABASE_STATEMENT_SECONDS',
    doc: 'Longest time for one statement on PostgreSQL. After that the server cuts it off, and the request is answered with 503 and `Retry-After`. `0` leaves it to the server.',
    fallback: '30',
    parse: parseInteger(0, 3600),
  }),
  databaseLockSeconds: setting({
    env: 'OCR_WEB_DATABASE_LOCK_SECONDS',
    doc: 'Longest wait of a statement on PostgreSQL for a row or table that another one holds; then as above. `0` leaves it to the server.',
    fallback: '10',
    parse: parseInteger(0, 3600),
  }),
  databaseIdleTransactionSeconds: setting({
    env: 'OCR_WEB_DATABASE_IDLE_TRANSACTION_SECONDS',
    doc: 'Longest time that a transaction on PostgreSQL may do nothing, as that of a frozen process does. After that the server ends its connection, which frees what it holds. `0` leaves it to the server.',
    fallback: '30',
    parse: parseInteger(0, 3600),
  }),
} as const;
