import { type Selectable, sql, type Transaction } from 'kysely';
import { hmacSha256 } from '../crypto/hmac.ts';
import type { Database } from '../database/database.ts';
import { inPowersOfTwo } from '../database/powers-of-two.ts';
import type { AuditEventTable } from '../database/tables/audit-table.ts';
import type { Tables } from '../database/tables.ts';

/** The end of the chain: whoever notes it down elsewhere notices when it is cut short. */
export type AuditHead = { readonly position: number; readonly hash: string };

/** What a link covers. */
export type AuditContent = Pick<Selectable<AuditEventTable>, 'at' | 'actor' | 'action' | 'subject'>;

type AuditLink = AuditHead & { readonly id: number; readonly previous_hash: string };

/** Before the first event. */
const noHash = '0'.repeat(64);
const pageSize = 500;
const linksAtATime = 64;
/** Of PostgreSQL's advisory locks, the one that whoever links holds. */
const lock = 9303_0001;

/**
 * Links the events that were written since the last call to the chain: each gets the next position
 * and a hash over the one before and itself. One process at a time; the events of the others wait.
 *
 * A lone table lets no event be linked as it is written: all transactions would wait for each
 * other.
 *
 * @param key 32 bytes; without it nobody can write a chain that verifies
 * @returns the end of the chain; undefined while there is none
 */
export async function chainAuditEvents(
  { engine, sql: database }: Pick<Database, 'engine' | 'sql'>,
  key: Uint8Array,
): Promise<AuditHead | undefined> {
  for (;;) {
    const { head, count } = await database.transaction().execute(async (transaction) => {
      if (engine === 'postgres') await sql`select pg_advisory_xact_lock(${lock})`.execute(transaction);
      return await linkPage(transaction, key);
    });
    if (count < pageSize) return head;
  }
}

async function linkPage(transaction: Transaction<Tables>, key: Uint8Array): Promise<{ head: AuditHead | undefined; count: number }> {
  const before = await findHead(transaction);
  const events = await transaction
    .selectFrom('audit_events')
    .select(['id', 'at', 'actor', 'action', 'subject'])
    .where('position', 'is', null)
    .orderBy('id')
    .limit(pageSize)
    .execute();
  const links: AuditLink[] = [];
  for (const { id, ...event } of events) {
    const { position: last, hash: previous_hash } = links.at(-1) ?? before ?? { position: 0, hash: noHash };
    const position = last + 1;
    links.push({ id, position, previous_hash, hash: hashEvent(key, position, previous_hash, event) });
  }
  for (const part of inPowersOfTwo(links, linksAtATime)) await writeLinks(transaction, part);
  const last = links.at(-1);
  return { head: last ? { position: last.position, hash: last.hash } : before, count: events.length };
}

/** Many with one statement: by then every scan has left two or three events. */
async function writeLinks(transaction: Transaction<Tables>, links: readonly AuditLink[]): Promise<void> {
  const rows = links.map(
    ({ id, position, previous_hash, hash }) => sql`(cast(${id} as bigint), cast(${position} as bigint), ${previous_hash}, ${hash})`,
  );
  await sql`
    with link (id, position, previous_hash, hash) as (values ${sql.join(rows)})
    update audit_events set position = link.position, previous_hash = link.previous_hash, hash = link.hash
    from link where link.id = audit_events.id`.execute(transaction);
}

async function findHead(transaction: Transaction<Tables>): Promise<AuditHead | undefined> {
  const row = await transaction
    .selectFrom('audit_events')
    .select(['position', 'hash'])
    .where('position', 'is not', null)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { position: row.position as number, hash: row.hash as string };
}

/** HMAC-SHA-256 in hex over the position, the hash before, and the event. */
export function hashEvent(key: Uint8Array, position: number, previousHash: string, { at, actor, action, subject }: AuditContent): string {
  const text = JSON.stringify([position, previousHash, at.toISOString(), actor, action, subject]);
  return hmacSha256(key).update(text).digest('hex');
}
