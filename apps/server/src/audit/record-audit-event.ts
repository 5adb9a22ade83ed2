import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { type AuditActor, type AuditEvent, renderActor } from './audit-event.ts';

/** Why something is deleted, and by whom. */
export type DeletionCause = { readonly actor: AuditActor; readonly what: 'deleted' | 'expired' };

/** Its time was over. */
export const expiry: DeletionCause = { actor: 'service', what: 'expired' };

/** PostgreSQL takes 65,535 parameters in a statement. */
const rowsAtATime = 1000;

/**
 * Writes events down: in the transaction of what they are about, so that one is never without the
 * other. `chainAuditEvents` links them to those before soon afterwards.
 */
export async function recordAuditEvents(sql: Kysely<Tables>, events: readonly AuditEvent[], now: Date): Promise<void> {
  for (let first = 0; first < events.length; first += rowsAtATime) {
    const rows = events.slice(first, first + rowsAtATime);
    await sql
      .insertInto('audit_events')
      .values(rows.map(({ actor, action, subject }) => ({ at: now, actor: renderActor(actor), action, subject: String(subject) })))
      .execute();
  }
}
