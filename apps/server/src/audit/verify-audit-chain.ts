import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { type AuditHead, hashEvent } from './chain-audit-events.ts';

/** What a look at the whole chain found. */
export type AuditVerdict = {
  /** Events that are linked and as they were written. */
  readonly verified: number;
  /** Events that wait to be linked. */
  readonly unlinked: number;
  /** The end of the chain; null where there is none. */
  readonly head: AuditHead | null;
  /** The first position at which it is broken, and how; null where it is whole. */
  readonly broken: { readonly position: number; readonly reason: 'altered' | 'missing' } | null;
};

const pageSize = 1000;

/**
 * Follows the chain from its first event to its end. It may begin later than at the first position:
 * events go when their time is over.
 *
 * @param known an end of the chain that was noted down before; it must still be in it
 */
export async function verifyAuditChain(sql: Kysely<Tables>, key: Uint8Array, known?: AuditHead): Promise<AuditVerdict> {
  let verified = 0;
  let head: AuditHead | null = null;
  const { unlinked } = await sql
    .selectFrom('audit_events')
    .select(({ fn }) => fn.countAll<number>().as('unlinked'))
    .where('position', 'is', null)
    .executeTakeFirstOrThrow();
  for (let from = 0; ; ) {
    const events = await sql
      .selectFrom('audit_events')
      .selectAll()
      .where('position', '>', from)
      .orderBy('position')
      .limit(pageSize)
      .execute();
    for (const event of events) {
      const position = event.position as number;
      if (head && position !== head.position + 1)
        return { verified, unlinked, head, broken: { position: head.position + 1, reason: 'missing' } };
      const previous = head?.hash ?? (event.previous_hash as string);
      const isKnown = known?.position !== position || known.hash === event.hash;
      if (!isKnown || event.hash !== hashEvent(key, position, previous, event))
        return { verified, unlinked, head, broken: { position, reason: 'altered' } };
      head = { position, hash: event.hash };
      verified += 1;
    }
    if (events.length < pageSize) break;
    from = (head as AuditHead).position;
  }
  const isCut = known !== undefined && (head?.position ?? 0) < known.position;
  return { verified, unlinked, head, broken: isCut ? { position: (head?.position ?? 0) + 1, reason: 'missing' } : null };
}
