import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { countedTables } from './moved-tables.ts';

type CountedTable = (typeof countedTables)[number];

/**
 * Lets the ids of the target go on where the source's would have: an id that was deleted there is
 * not given again either.
 */
export async function copyCounters(source: Database, target: Database): Promise<void> {
  for (const table of countedTables) {
    const last = await readCounter(source, table);
    if (last !== null) await writeCounter(target, table, last);
  }
}

/** The largest id that was ever given; null before the first. */
async function readCounter({ engine, sql: database }: Database, table: CountedTable): Promise<number | null> {
  const query =
    engine === 'sqlite'
      ? sql<{ last: number }>`select seq as last from sqlite_sequence where name = ${table}`
      : sql<{ last: number | null }>`select pg_sequence_last_value(pg_get_serial_sequence(${table}, 'id')::regclass) as last`;
  return (await query.execute(database)).rows[0]?.last ?? null;
}

async function writeCounter({ engine, sql: database }: Database, table: CountedTable, last: number): Promise<void> {
  if (engine === 'postgres') {
    await sql`select setval(pg_get_serial_sequence(${table}, 'id'), ${last})`.execute(database);
    return;
  }
  await database.transaction().execute(async (transaction) => {
    // The table of SQLite's counters has no key that an upsert could go by.
    await sql`delete from sqlite_sequence where name = ${table}`.execute(transaction);
    await sql`insert into sqlite_sequence (name, seq) values (${table}, ${last})`.execute(transaction);
  });
}
