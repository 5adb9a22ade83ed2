import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { ReachPolicy } from './reach-policy.ts';

/** What the operations on webhooks need. */
export type WebhookParts = {
  readonly sql: Kysely<Tables>;
  /** What secrets are sealed with, 32 bytes. */
  readonly key: Uint8Array;
  readonly policy: ReachPolicy;
  /** How many webhooks an owner may have. */
  readonly limit: number;
};
