import { WebhookParams, type WebhookPath } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { deleteWebhook, type WebhookDeps } from '../../../webhooks/webhook.ts';
import { getCaller } from '../../authentication/authenticate.ts';
import { problemResponses } from '../problem-responses.ts';

/** `DELETE /api/v2/webhooks/{id}` */
export function registerDeleteWebhook(v2: FastifyInstance, { sql }: WebhookDeps): void {
  v2.route<{ Params: WebhookPath }>({
    method: 'DELETE',
    url: '/webhooks/:id',
    schema: {
      operationId: 'deleteWebhook',
      tags: ['Webhooks'],
      summary: 'Delete a webhook',
      description: 'Its secrets and its deliveries go with it.',
      params: WebhookParams,
      response: {
        204: Type.Null({ description: 'It is gone.' }),
        ...problemResponses('not_found'),
      },
    },
    handler: async (request, reply) => {
      await deleteWebhook(sql, getCaller(request).ownerId, request.params.id);
      return reply.status(204).send();
    },
  });
}
