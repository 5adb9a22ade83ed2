import type { FastifyInstance } from 'fastify';
import type { WebhookParts } from '../../../webhooks/webhook.ts';
import { registerCreateWebhook } from './create-webhook.ts';
import { registerDeleteWebhook } from './delete-webhook.ts';
import { registerListDeliveries } from './list-deliveries.ts';
import { registerListWebhooks } from './list-webhooks.ts';
import { registerReadWebhook } from './read-webhook.ts';
import { registerResendDelivery } from './resend-delivery.ts';
import { registerRotateSecret } from './rotate-secret.ts';
import { registerTestWebhook } from './test-webhook.ts';
import { registerUpdateWebhook } from './update-webhook.ts';

/** Everything under `/api/v2/webhooks`. */
export function registerWebhooks(v2: FastifyInstance, parts: WebhookParts): void {
  registerCreateWebhook(v2, parts);
  registerListWebhooks(v2, parts);
  registerReadWebhook(v2, parts);
  registerUpdateWebhook(v2, parts);
  registerDeleteWebhook(v2, parts);
  registerRotateSecret(v2, parts);
  registerTestWebhook(v2, parts);
  registerListDeliveries(v2, parts);
  registerResendDelivery(v2, parts);
}
