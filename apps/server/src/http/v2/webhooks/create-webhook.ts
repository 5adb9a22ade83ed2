import { type CreateWebhookBody, CreateWebhookRequest, WebhookWithSecret } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import { createWebhook } from '../../../webhooks/create-webhook.ts';
import { v2Prefix } from '../../api-prefixes.ts';
import { getCaller } from '../../authentication/authenticate.ts';
import { problemResponses } from '../problem-responses.ts';
import type { WebhookRouteDeps } from './webhook-route-deps.ts';

/** `POST /api/v2/webhooks` */
export function registerCreateWebhook(v2: FastifyInstance, deps: WebhookRouteDeps): void {
  v2.route<{ Body: CreateWebhookBody }>({
    method: 'POST',
    url: '/webhooks',
    schema: {
      operationId: 'createWebhook',
      tags: ['Webhooks'],
      summary: 'Make a webhook',
      description:
        'From now on the address is told of what happens to your scans and batches, with signed requests (Standard Webhooks). The secret in this answer is shown only now.',
      body: CreateWebhookRequest,
      response: {
        201: {
          description: 'It is made.',
          headers: { Location: { description: 'Where to read it.', schema: { type: 'string' } } },
          content: { 'application/json': { schema: WebhookWithSecret } },
        },
        ...problemResponses('body.malformed', 'body.too_large', 'body.unsupported', 'field.invalid', 'webhook.limit'),
      },
    },
    handler: async (request, reply) => {
      const { ownerId, tokenId } = getCaller(request);
      const webhook = await createWebhook(deps, ownerId, request.body, deps.now());
      await deps.audit({ actor: { token: tokenId }, action: 'webhook.created', subject: webhook.id });
      return reply.status(201).header('location', `${v2Prefix}/webhooks/${webhook.id}`).send(webhook);
    },
  });
}
