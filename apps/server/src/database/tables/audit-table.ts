import type { ColumnType, Generated } from 'kysely';
import type { AuditAction } from '../../audit/audit-event.ts';

type SetOnce<T> = ColumnType<T, T, never>;
/** Null until the event is linked to the chain; the database lets nobody change it afterwards. */
type SetLater<T> = ColumnType<T | null, never, T>;

export type AuditEventTable = {
  id: Generated<number>;
  at: SetOnce<Date>;
  /** See `audit/audit-event.ts`. */
  actor: SetOnce<string>;
  action: SetOnce<AuditAction>;
  /** Id of what it is about, as text. */
  subject: SetOnce<string>;
  position: SetLater<number>;
  previous_hash: SetLater<string>;
  hash: SetLater<string>;
};

export type AuditTables = { audit_events: AuditEventTable };
