import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { countRows } from './compare-rows.ts';
import { countProgress, type OnCopyProgress } from './copy-progress.ts';
import type { TableName } from './moved-tables.ts';
import { pageRowsOf, type Row } from './page-rows.ts';

/** Inserts every row of a table under its own key. Rows that are there already stay as they are. */
export async function copyRows(
  source: Database,
  target: Database,
  table: TableName,
  signal: AbortSignal,
  onProgress: OnCopyProgress,
): Promise<void> {
  const count = countProgress(`copying ${table}`, await countRows(source.sql, table), onProgress);
  for await (const rows of pageRowsOf(source.sql, table, signal)) {
    await insertRows(target, table, rows);
    count(rows.length);
  }
}

async function insertRows({ engine, sql: database }: Database, table: TableName, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => encode(row[column])))})`);
  await sql`
    insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    ${keepIds[engine]} values ${sql.join(values)} on conflict do nothing`.execute(database);
}

/** PostgreSQL takes a value for an identity column only where that is said. */
const keepIds: Readonly<Record<Database['engine'], RawBuilder<unknown>>> = { sqlite: sql``, postgres: sql`overriding system value` };

/** Columns of JSON are read as values and written as text. */
function encode(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !(value instanceof Date) ? JSON.stringify(value) : value;
}
