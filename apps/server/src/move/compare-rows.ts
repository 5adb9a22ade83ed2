import { isDeepStrictEqual } from 'node:util';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { TableName } from './moved-tables.ts';
import { findSameKeys, keyOf, pageRowsOf, type Row } from './page-rows.ts';

/** How many rows of a table another database has not, or has with other values. */
export async function countDifferentRows(
  database: Kysely<Tables>,
  other: Kysely<Tables>,
  table: TableName,
  signal: AbortSignal,
): Promise<number> {
  const textOf = (row: Row) => JSON.stringify(keyOf(table, row));
  let different = 0;
  for await (const rows of pageRowsOf(database, table, signal)) {
    const known = new Map((await findSameKeys(other, table, rows)).map((row) => [textOf(row), row]));
    // Copies: one engine's rows have a prototype and the other's have none.
    different += rows.filter((row) => !isDeepStrictEqual({ ...row }, { ...known.get(textOf(row)) })).length;
  }
  return different;
}

/** How many rows a table has. */
export async function countRows(database: Kysely<Tables>, table: TableName): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(database);
  return rows[0]?.count ?? 0;
}
