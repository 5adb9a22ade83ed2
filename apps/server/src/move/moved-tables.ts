import type { Tables } from '../database/tables.ts';

export type TableName = keyof Tables;

/**
 * Every table with the columns of its primary key, those that others refer to first. The type makes
 * sure that none is forgotten.
 */
export const primaryKeys: Readonly<Record<TableName, readonly [string, ...string[]]>> = {
  secrets: ['name'],
  tokens: ['id'],
  scan_quotas: ['owner_id'],
  webhooks: ['id'],
  webhook_secrets: ['id'],
  scans: ['id'],
  batches: ['id'],
  batch_items: ['batch_id', 'position'],
  webhook_deliveries: ['id'],
  audit_events: ['id'],
  activity_counts: ['resolution', 'period_start', 'name'],
};

export const movedTables = Object.keys(primaryKeys) as readonly TableName[];

/** The tables whose `id` counts up and is never given twice. */
export const countedTables = [
  'webhook_secrets',
  'scans',
  'batches',
  'webhook_deliveries',
  'audit_events',
] as const satisfies readonly TableName[];
