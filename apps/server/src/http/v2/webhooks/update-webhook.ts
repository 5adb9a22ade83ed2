import { type UpdateWebhookBody, UpdateWebhookRequest, Webhook, WebhookParams, type WebhookPath } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import { updateWebhook } from '../../../webhooks/update-webhook.ts';
import { getCaller } from '../../authentication/authenticate.ts';
import { problemResponses } from '../problem-responses.ts';
import type { WebhookRouteDeps } from './webhook-route-deps.ts';

/** `PATCH /api/v2/webhooks/{id}` */
export function registerUpdateWebhook(v2: FastifyInstance, deps: WebhookRouteDeps): void {
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
    handler: async (request) => {
      const { ownerId, tokenId } = getCaller(request);
      const webhook = await updateWebhook(deps, ownerId, request.params.id, request.body, deps.now());
      await deps.audit({ actor: { token: tokenId }, action: 'webhook.changed', subject: webhook.id });
      return webhook;
    },
  });
}
