import type { Kysely } from 'kysely';
import { recordAuditEvents } from '../audit/record-audit-event.ts';
import type { Tables } from '../database/tables.ts';
import type { KeyRing } from './key-ring.ts';

/** What is under which master key. */
export type Rewrapped = {
  /** Of the master key that wraps now; null where nothing is sealed. */
  readonly masterKeyId: string | null;
  /** Keys of rows, and secrets, that were wrapped again. */
  readonly rewrapped: number;
};

type WrappedValue = {
  /** Of the row, as text. */
  readonly id: string;
  readonly wrapped: string;
  /** What it was wrapped for. */
  readonly context: string;
};

/**
 * A column that holds wrapped keys: how to find those under other master keys, and to replace one.
 */
type WrappedColumn = {
  readonly find: (sql: Kysely<Tables>, under: string) => Promise<readonly WrappedValue[]>;
  readonly replace: (sql: Kysely<Tables>, value: WrappedValue, wrapped: string) => Promise<unknown>;
};

const pageSize = 500;

/**
 * Wraps every key of a row, and every secret, under the current master key. What they have sealed
 * stays as it is. Rows that come and go meanwhile harm nothing; cut off, it is run again.
 */
export async function rewrapRows(sql: Kysely<Tables>, keys: KeyRing): Promise<Rewrapped> {
  await keys.reload();
  const masterKeyId = keys.masterKeyId();
  if (masterKeyId === undefined) return { masterKeyId: null, rewrapped: 0 };
  let rewrapped = 0;
  for (const { find, replace } of columns) {
    for (let page = await find(sql, masterKeyId); page.length > 0; page = await find(sql, masterKeyId)) {
      for (const value of page) {
        const next = await keys.rewrap(value.wrapped, value.context);
        if (next === undefined) continue;
        await replace(sql, value, next);
        rewrapped += 1;
      }
    }
  }
  if (rewrapped > 0) await recordAuditEvents(sql, [{ actor: 'operator', action: 'keys.rotated', subject: masterKeyId }], new Date());
  return { masterKeyId, rewrapped };
}

const columns: readonly WrappedColumn[] = [
  ofOwner('scans', 'data_key'),
  ofOwner('scans', 'picture_data_key'),
  ofOwner('batches', 'data_key'),
  {
    find: (sql, under) =>
      sql
        .selectFrom('webhook_deliveries')
        .innerJoin('webhooks', 'webhooks.id', 'webhook_deliveries.webhook_id')
        .select(({ cast }) => [cast<string>('webhook_deliveries.id', 'text').as('id'), 'owner_id as context'])
        .select('data_key as wrapped')
        .$narrowType<{ wrapped: string }>()
        .where('data_key', 'not like', `${under}.%`)
        .limit(pageSize)
        .execute(),
    replace: (sql, { id, wrapped }, next) =>
      sql.updateTable('webhook_deliveries').set({ data_key: next }).where('id', '=', Number(id)).where('data_key', '=', wrapped).execute(),
  },
  {
    find: async (sql, under) => {
      const rows = await sql
        .selectFrom('secrets')
        .select(['name', 'value'])
        .where('value', 'like', '%.%')
        .where('value', 'not like', `${under}.%`)
        .execute();
      return rows.map(({ name, value }) => ({ id: name, wrapped: value, context: `secret ${name}` }));
    },
    replace: (sql, { id, wrapped }, next) =>
      sql.updateTable('secrets').set({ value: next }).where('name', '=', id).where('value', '=', wrapped).execute(),
  },
];

function ofOwner(table: 'scans' | 'batches', column: 'data_key' | 'picture_data_key'): WrappedColumn {
  const name = column as 'data_key';
  return {
    find: (sql, under) =>
      sql
        .selectFrom(table)
        .select(({ cast }) => [cast<string>('id', 'text').as('id'), 'owner_id as context', `${name} as wrapped` as const])
        .$narrowType<{ wrapped: string }>()
        .where(name, 'not like', `${under}.%`)
        .limit(pageSize)
        .execute(),
    replace: (sql, { id, wrapped }, next) =>
      sql
        .updateTable(table)
        .set({ [name]: next })
        .where('id', '=', Number(id))
        .where(name, '=', wrapped)
        .execute(),
  };
}
