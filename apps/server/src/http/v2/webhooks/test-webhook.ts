import { WebhookDelivery, WebhookParams, type WebhookPath } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import { sendTestEvent } from '../../../webhooks/send-test-event.ts';
import type { WebhookDeps } from '../../../webhooks/webhook.ts';
import { getCaller } from '../../authentication/authenticate.ts';
import { problemResponses } from '../problem-responses.ts';

/** `POST /api/v2/webhooks/{id}/test` */
export function registerTestWebhook(v2: FastifyInstance, deps: WebhookDeps): void {
  v2.route<{ Params: WebhookPath }>({
    method: 'POST',
    url: '/webhooks/:id/test',
    schema: {
      operationId: 'testWebhook',
      tags: ['Webhooks'],
      summary: 'Send a test event',
      description: 'An event `webhook.test` takes the way of all others. What becomes of it stands in the list of deliveries.',
      params: WebhookParams,
      response: { 202: WebhookDelivery, ...problemResponses('not_found', 'webhook.disabled') },
    },
    handler: async (request, reply) => {
      const delivery = await sendTestEvent(deps, getCaller(request).ownerId, request.params.id, deps.now());
      return reply.status(202).send(delivery);
    },
  });
}
