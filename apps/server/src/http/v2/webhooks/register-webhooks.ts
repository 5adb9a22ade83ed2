import type { FastifyInstance } from 'fastify';
import { registerCreateWebhook } from './create-webhook.ts';
import { registerDeleteWebhook } from './delete-webhook.ts';
import { registerListDeliveries } from './list-deliveries.ts';
import { registerListWebhooks } from './list-webhooks.ts';
import { registerReadWebhook } from './read-webhook.ts';
import { registerResendDelivery } from './resend-delivery.ts';
import { registerRotateSecret } from './rotate-secret.ts';
import { registerTestWebhook } from './test-webhook.ts';
import { registerUpdateWebhook } from './update-webhook.ts';
import type { WebhookRouteDeps } from './webhook-route-deps.ts';

/** Everything under `/api/v2/webhooks`. */
export function registerWebhooks(v2: FastifyInstance, deps: WebhookRouteDeps): void {
  registerCreateWebhook(v2, deps);
  registerListWebhooks(v2, deps);
  registerReadWebhook(v2, deps);
  registerUpdateWebhook(v2, deps);
  registerDeleteWebhook(v2, deps);
  registerRotateSecret(v2, deps);
  registerTestWebhook(v2, deps);
  registerListDeliveries(v2, deps);
  registerResendDelivery(v2, deps);
}
