import type { Logger } from 'pino';
import manifest from '../../package.json' with { type: 'json' };
import type { Config } from '../config/settings.ts';
import type { Keys } from '../crypto/open-keys.ts';
import type { Database } from '../database/database.ts';
import { createOutboundPolicy } from '../outbound/outbound-policy.ts';
import { createPublicResolver, resolveIntranetHost } from '../outbound/resolve-host.ts';
import { sendMessage } from './delivery/send-message.ts';
import { type Deliveries, type DeliveryDeps, startDeliveries } from './delivery/start-deliveries.ts';
import type { WebhookDeps } from './webhook.ts';

type WebhookConfig = Pick<
  Config,
  'webhookLimit' | 'webhookAllowPrivate' | 'webhookTimeoutSeconds' | 'webhookFirstRetryMs' | 'webhookRetrySeconds'
>;

/** Puts together what the routes of the webhooks and their deliveries need. */
export function openWebhooks(
  config: WebhookConfig,
  database: Pick<Database, 'sql' | 'now'>,
  keys: Pick<Keys, 'ring' | 'webhookSecret'>,
): WebhookDeps {
  return {
    sql: database.sql,
    now: database.now,
    keys: keys.ring,
    key: keys.webhookSecret,
    policy: createOutboundPolicy(config.webhookAllowPrivate),
    limit: config.webhookLimit,
  };
}

/** Begins to deliver, also what the last run left. */
export async function deliverWebhooks(
  config: WebhookConfig,
  { key, keys, policy }: WebhookDeps,
  database: Database,
  logger: Logger,
  observers: Pick<DeliveryDeps, 'tracing' | 'onAttempt'> = {},
): Promise<Deliveries> {
  const { webhookAllowPrivate, webhookTimeoutSeconds, webhookFirstRetryMs, webhookRetrySeconds } = config;
  const timeoutMs = webhookTimeoutSeconds * 1000;
  const reach = { policy, resolveHost: webhookAllowPrivate ? resolveIntranetHost : createPublicResolver(), timeoutMs };
  return await startDeliveries({
    database,
    send: (...message) => sendMessage(reach, ...message),
    timeoutMs,
    key,
    keys,
    schedule: { firstDelayMs: webhookFirstRetryMs, windowMs: webhookRetrySeconds * 1000 },
    userAgent: `OCR-Web/${manifest.version}`,
    now: database.now,
    random: Math.random,
    logger,
    ...observers,
  });
}
