import { type Kysely, sql as rawSql } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** Where the database tells that tokens were made or revoked; the payload is empty. */
export const tokensChannel = 'tokens_changed';

/** Tells that tokens have changed, once the transaction has committed. */
export async function notifyTokensChanged(transaction: Kysely<Tables>): Promise<void> {
  await rawSql`select pg_notify(${tokensChannel}, '')`.execute(transaction);
}
