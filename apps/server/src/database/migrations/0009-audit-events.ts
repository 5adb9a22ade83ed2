import { type Kysely, sql } from 'kysely';
import type { ColumnTypes } from './column-types.ts';

/** Who did what to which scan, in a chain that the database itself lets nobody rewrite. */
export async function createAuditEvents(database: Kysely<never>, { engine, time, reference, id }: ColumnTypes): Promise<void> {
  await database.schema
    .createTable('audit_events')
    .addColumn('id', id.type, id.define)
    .addColumn('at', time, (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('position', reference, (column) => column.unique())
    .addColumn('previous_hash', 'text')
    .addColumn('hash', 'text')
    .execute();
  await sql`create index audit_events_unlinked on audit_events (id) where position is null`.execute(database);
  await sql`create index audit_events_subject on audit_events (subject, id)`.execute(database);
  for (const statement of guards[engine]) await sql.raw(statement).execute(database);
}

/** An event that is linked stays as it is; old ones may be deleted. */
const guards = {
  sqlite: [
    `create trigger audit_events_fixed before update on audit_events when old.position is not null
     begin select raise(abort, 'audit events are append-only'); end`,
  ],
  postgres: [
    `create function refuse_audit_change() returns trigger language plpgsql as
     $$ begin raise exception 'audit events are append-only'; end $$`,
    `create trigger audit_events_fixed before update on audit_events for each row when (old.position is not null)
     execute function refuse_audit_change()`,
  ],
} as const;
