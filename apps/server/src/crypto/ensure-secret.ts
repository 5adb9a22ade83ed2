import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { KeyWrapper } from './key-wrapper.ts';

/**
 * Returns the named secret of 32 random bytes, made on the first call. Every process on the same
 * database gets the same one.
 *
 * @param wrapper keeps it sealed, once `isSealing`; one that was stored as it is, is sealed then
 * @throws UnknownMasterKeyError
 */
export async function ensureSecret(
  sql: Kysely<Tables>,
  name: string,
  wrapper?: KeyWrapper,
  isSealing = wrapper !== undefined,
): Promise<Buffer> {
  const context = `secret ${name}`;
  const store = async (secret: Uint8Array) =>
    wrapper && isSealing ? await wrapper.wrap(secret, context) : Buffer.from(secret).toString('hex');
  await sql
    .insertInto('secrets')
    .values({ name, value: await store(randomBytes(32)) })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const { value } = await sql.selectFrom('secrets').select('value').where('name', '=', name).executeTakeFirstOrThrow();
  if (isWrapped(value)) {
    if (!wrapper) throw new Error('The secrets are sealed, and there is no master key.');
    return Buffer.from(await wrapper.unwrap(value, context));
  }
  const secret = Buffer.from(value, 'hex');
  if (wrapper && isSealing)
    await sql
      .updateTable('secrets')
      .set({ value: await store(secret) })
      .where('name', '=', name)
      .where('value', '=', value)
      .execute();
  return secret;
}

/** The ids of the master keys under which secrets are sealed. */
export async function sealedSecretKeyIds(sql: Kysely<Tables>): Promise<string[]> {
  const rows = await sql.selectFrom('secrets').select('value').execute();
  return [...new Set(rows.flatMap(({ value }) => (isWrapped(value) ? [value.slice(0, value.indexOf('.'))] : [])))];
}

/** What is not sealed is hex. */
function isWrapped(value: string): boolean {
  return value.includes('.');
}
