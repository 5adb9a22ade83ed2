import { Webhook, WebhookParams, type WebhookPath } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import { findWebhook, type WebhookDeps } from '../../../webhooks/webhook.ts';
import { getCaller } from '../../authentication/authenticate.ts';
import { problemResponses } from '../problem-responses.ts';

/** `GET /api/v2/webhooks/{id}` */
export function registerReadWebhook(v2: FastifyInstance, { sql }: WebhookDeps): void {
  v2.route<{ Params: WebhookPath }>({
    method: 'GET',
    url: '/webhooks/:id',
    schema: {
      operationId: 'readWebhook',
      tags: ['Webhooks'],
      summary: 'Read a webhook',
      params: WebhookParams,
      response: { 200: Webhook, ...problemResponses('not_found') },
    },
    handler: (request) => findWebhook(sql, getCaller(request).ownerId, request.params.id),
  });
}
