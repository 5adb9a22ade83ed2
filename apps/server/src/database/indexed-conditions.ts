import { sql } from 'kysely';

/**
 * The conditions of partial indexes, as they stand in the migrations. A planner uses such an index
 * only where a query says the same with the same literals: it cannot know what a parameter will be.
 */
export const indexedConditions = {
  isUnfinishedScan: sql<boolean>`scans.status in ('queued', 'processing')`,
  isFailedScan: sql<boolean>`scans.status = 'failed'`,
  isPendingDelivery: sql<boolean>`webhook_deliveries.status = 'pending'`,
};
