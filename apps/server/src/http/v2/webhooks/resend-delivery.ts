import { WebhookDelivery, WebhookDeliveryParams, type WebhookDeliveryPath } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import { resendDelivery } from '../../../webhooks/resend-delivery.ts';
import type { WebhookDeps } from '../../../webhooks/webhook.ts';
import { getCaller } from '../../authentication/authenticate.ts';
import { problemResponses } from '../problem-responses.ts';

/** `POST /api/v2/webhooks/{id}/deliveries/{delivery_id}/resend` */
export function registerResendDelivery(v2: FastifyInstance, deps: WebhookDeps): void {
  v2.route<{ Params: WebhookDeliveryPath }>({
    method: 'POST',
    url: '/webhooks/:id/deliveries/:delivery_id/resend',
    schema: {
      operationId: 'resendWebhookDelivery',
      tags: ['Webhooks'],
      summary: 'Send a delivery again',
      description: 'At once, whatever became of it, with the same `webhook-id` and with a schedule of retries that begins anew.',
      params: WebhookDeliveryParams,
      response: { 202: WebhookDelivery, ...problemResponses('not_found', 'webhook.disabled') },
    },
    handler: async (request, reply) => {
      const { id, delivery_id } = request.params;
      const delivery = await resendDelivery(deps, getCaller(request).ownerId, id, delivery_id, deps.now());
      return reply.status(202).send(delivery);
    },
  });
}
