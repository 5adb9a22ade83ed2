import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';

type Row = Record<string, unknown>;

/** A statement that is compiled once, with JavaScript values on both sides. */
export type PreparedStatement = {
  /** Rows of a statement that returns some; for others how many rows it changed. */
  readonly run: (parameters: readonly unknown[]) => { readonly rows: Row[]; readonly changes?: number | bigint };
};

/**
 * How values of a column are read, by its declared type (SQLite stores a type name with each column
 * but does not enforce it).
 */
const readers: Readonly<Record<string, (value: unknown) => unknown>> = {
  TIMESTAMP: (value) => (value === null ? null : new Date(value as number)),
  JSON: (value) => (value === null ? null : JSON.parse(value as string)),
};

/**
 * Compiles a statement.
 *
 * Times are stored as milliseconds since 1970 and come back as Date where the column is declared as
 * `timestamp`; columns declared as `json` come back parsed. The result of an expression has no
 * declared type and comes back as it is stored.
 */
export function prepareStatement(database: DatabaseSync, sql: string): PreparedStatement {
  const statement = database.prepare(sql);
  const columns = statement.columns();
  if (columns.length === 0) return { run: (parameters) => ({ rows: [], changes: execute(statement, parameters) }) };
  const conversions = columns.flatMap(({ name, type }) => {
    const read = readers[type?.toUpperCase() ?? ''];
    return read ? [{ name, read }] : [];
  });
  return {
    run: (parameters) => {
      const rows = statement.all(...parameters.map(toSqlite)) as Row[];
      for (const row of rows) for (const { name, read } of conversions) row[name] = read(row[name]);
      return { rows };
    },
  };
}

function execute(statement: StatementSync, parameters: readonly unknown[]): number | bigint {
  return statement.run(...parameters.map(toSqlite)).changes;
}

function toSqlite(value: unknown): SQLInputValue {
  return value instanceof Date ? value.getTime() : (value as SQLInputValue);
}
