import { WebhookList } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import { listWebhooks, type WebhookDeps } from '../../../webhooks/webhook.ts';
import { getCaller } from '../../authentication/authenticate.ts';
import { problemResponses } from '../problem-responses.ts';

/** `GET /api/v2/webhooks` */
export function registerListWebhooks(v2: FastifyInstance, { sql }: WebhookDeps): void {
  v2.route({
    method: 'GET',
    url: '/webhooks',
    schema: {
      operationId: 'listWebhooks',
      tags: ['Webhooks'],
      summary: 'List your webhooks',
      response: { 200: WebhookList, ...problemResponses() },
    },
    handler: (request) => listWebhooks(sql, getCaller(request).ownerId),
  });
}
