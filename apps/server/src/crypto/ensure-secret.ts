import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

/**
 * Returns the named secret of 32 random bytes, made on the first call. Every process on the same
 * database gets the same one.
 */
export async function ensureSecret(sql: Kysely<Tables>, name: string): Promise<Buffer> {
  const value = randomBytes(32).toString('hex');
  await sql
    .insertInto('secrets')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const row = await sql.selectFrom('secrets').select('value').where('name', '=', name).executeTakeFirstOrThrow();
  return Buffer.from(row.value, 'hex');
}
