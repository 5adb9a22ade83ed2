import type { StatisticsBody } from '@ocr-web/api';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

type Status = Pick<StatisticsBody, 'webhooks' | 'dead_letters'>;

const maxWebhooks = 100;
const maxDeadLetters = 20;

/** Tells how deliveries go, of all owners. Of an address only the host is shown. */
export async function readWebhookStatus(sql: Kysely<Tables>): Promise<Status> {
  const webhooks = await sql
    .selectFrom('webhooks')
    .select(['id', 'url', 'disabled_reason'])
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(maxWebhooks)
    .execute();
  const counts = await sql
    .selectFrom('webhook_deliveries')
    .select((of) => ['webhook_id', 'status', of.fn.countAll<number>().as('count')])
    .where('status', 'in', ['pending', 'dead'])
    .groupBy(['webhook_id', 'status'])
    .execute();
  const countOf = (id: string, status: string) => counts.find((row) => row.webhook_id === id && row.status === status)?.count ?? 0;
  return {
    webhooks: webhooks.map(({ id, url, disabled_reason: reason }) => ({
      id,
      host: hostOf(url),
      status: reason === null ? 'active' : 'disabled',
      pending: countOf(id, 'pending'),
      dead: countOf(id, 'dead'),
    })),
    dead_letters: await readDeadLetters(sql),
  };
}

async function readDeadLetters(sql: Kysely<Tables>): Promise<Status['dead_letters']> {
  const rows = await sql
    .selectFrom('webhook_deliveries as delivery')
    .innerJoin('webhooks', 'webhooks.id', 'delivery.webhook_id')
    .select(['delivery.id', 'webhook_id', 'url', 'attempts', 'last_failure', 'last_http_status', 'delivery.created_at'])
    .where('status', '=', 'dead')
    .orderBy('delivery.id', 'desc')
    .limit(maxDeadLetters)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    webhook_id: row.webhook_id,
    host: hostOf(row.url),
    attempts: row.attempts,
    failure: row.last_failure,
    http_status: row.last_http_status,
    created_at: row.created_at.toISOString(),
  }));
}

function hostOf(url: string): string {
  return new URL(url).host;
}
