import { WebhookParams, type WebhookPath } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { deleteWebhook } from '../../../webhooks/webhook.ts';
import { getCaller } from '../../authentication/authenticate.ts';
import { problemResponses } from '../problem-responses.ts';
import type { WebhookRouteDeps } from './webhook-route-deps.ts';

/** `DELETE /api/v2/webhooks/{id}` */
export function registerDeleteWebhook(v2: FastifyInstance, deps: WebhookRouteDeps): void {
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
      const { ownerId, tokenId } = getCaller(request);
      const { id } = request.params;
      await deleteWebhook(deps.sql, ownerId, id);
      await deps.audit({ actor: { token: tokenId }, action: 'webhook.deleted', subject: id });
      return reply.status(204).send();
    },
  });
}
