import { type UpdateWebhookBody, UpdateWebhookRequest, Webhook, WebhookParams, type WebhookPath } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import { updateWebhook } from '../../../webhooks/update-webhook.ts';
import type { WebhookDeps } from '../../../webhooks/webhook.ts';
import { getCaller } from '../../authentication/authenticate.ts';
import { problemResponses } from '../problem-responses.ts';

/** `PATCH /api/v2/webhooks/{id}` */
export function registerUpdateWebhook(v2: FastifyInstance, deps: WebhookDeps): void {
  v2.route<{ Params: WebhookPath; Body: UpdateWebhookBody }>({
    method: 'PATCH',
    url: '/webhooks/:id',
    schema: {
      operationId: 'updateWebhook',
      tags: ['Webhooks'],
      summary: 'Change a webhook',
      description: 'What is not named stays as it is. Switched off, nothing is sent to it, and what was on its way becomes dead letters.',
      params: WebhookParams,
      body: UpdateWebhookRequest,
      response: { 200: Webhook, ...problemResponses('body.malformed', 'body.too_large', 'body.unsupported', 'field.invalid', 'not_found') },
    },
    handler: (request) => updateWebhook(deps, getCaller(request).ownerId, request.params.id, request.body, deps.now()),
  });
}
