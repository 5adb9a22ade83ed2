import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { primaryKeys, type TableName } from './moved-tables.ts';

export type Row = Readonly<Record<string, unknown>>;

/** Rows in memory at a time, each of a few kilobytes. Also bounds the terms of `whereKeys`. */
const pageRows = 200;

/** Every row of a table, in pages by primary key (keyset pagination). */
export async function* pageRowsOf(database: Kysely<Tables>, table: TableName, signal: AbortSignal): AsyncGenerator<readonly Row[]> {
  const key = sql.join(primaryKeys[table].map((column) => sql.ref(column)));
  let last: Row | undefined;
  for (;;) {
    signal.throwIfAborted();
    const after = last === undefined ? sql`` : sql`where (${key}) > (${sql.join(keyOf(table, last))})`;
    const { rows } = await sql<Row>`select * from ${sql.table(table)} ${after} order by ${key} limit ${sql.lit(pageRows)}`.execute(
      database,
    );
    if (rows.length > 0) yield rows;
    if (rows.length < pageRows) return;
    last = rows.at(-1);
  }
}

/** Those of the rows of a table that have the primary keys of others. */
export async function findSameKeys(database: Kysely<Tables>, table: TableName, others: readonly Row[]): Promise<readonly Row[]> {
  const terms = others.map((row) => {
    const columns = primaryKeys[table].map((column) => sql`${sql.ref(column)} = ${row[column]}`);
    return sql`(${sql.join(columns, sql` and `)})`;
  });
  const { rows } = await sql<Row>`select * from ${sql.table(table)} where ${sql.join(terms, sql` or `)}`.execute(database);
  return rows;
}

/** The values of a row's primary key. */
export function keyOf(table: TableName, row: Row): readonly unknown[] {
  return primaryKeys[table].map((column) => row[column]);
}
