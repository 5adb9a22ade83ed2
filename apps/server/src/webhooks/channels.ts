import { type Kysely, sql as rawSql } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** The `pg_notify` channel that says that there is something to deliver. */
export const deliveriesChannel = 'webhook_deliveries';

/** The `pg_notify` channel that says that deliveries were taken away from whoever sends them. */
export const withdrawalsChannel = 'webhook_withdrawals';

/** Tells the sender, once the transaction has committed, that there is something to deliver. */
export async function announceDelivery(transaction: Kysely<Tables>): Promise<void> {
  await rawSql`select pg_notify(${deliveriesChannel}, '')`.execute(transaction);
}

/**
 * Tells the sender, once the transaction has committed, that deliveries are gone or given up, so
 * that attempts for them end at once. Belongs into every transaction that deletes webhooks or
 * deliveries, or switches a webhook off.
 */
export async function announceWithdrawal(transaction: Kysely<Tables>): Promise<void> {
  await rawSql`select pg_notify(${withdrawalsChannel}, '')`.execute(transaction);
}
