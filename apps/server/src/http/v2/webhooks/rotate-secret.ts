import { type RotateWebhookSecretBody, RotateWebhookSecretRequest, WebhookParams, type WebhookPath, WebhookWithSecret } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import { rotateSecret } from '../../../webhooks/rotate-secret.ts';
import { getCaller } from '../../authentication/authenticate.ts';
import { problemResponses } from '../problem-responses.ts';
import type { WebhookRouteDeps } from './webhook-route-deps.ts';

const hourMs = 3_600_000;
const usualOverlapHours = 24;

/** `POST /api/v2/webhooks/{id}/rotate-secret` */
export function registerRotateSecret(v2: FastifyInstance, deps: WebhookRouteDeps): void {
  v2.route<{ Params: WebhookPath; Body: RotateWebhookSecretBody }>({
    method: 'POST',
    url: '/webhooks/:id/rotate-secret',
    schema: {
      operationId: 'rotateWebhookSecret',
      tags: ['Webhooks'],
      summary: 'Give a webhook a new secret',
      description:
        'While the overlap lasts, deliveries carry a signature of each secret, so that the receiver can change over. The secret in this answer is shown only now.',
      params: WebhookParams,
      body: { required: false, content: { 'application/json': { schema: RotateWebhookSecretRequest } } },
      response: {
        200: WebhookWithSecret,
        ...problemResponses('body.malformed', 'body.too_large', 'body.unsupported', 'field.invalid', 'not_found'),
      },
    },
    // The body may be left out; null is none.
    preValidation: (request, _reply, done) => {
      if (request.body === undefined) request.body = {};
      done();
    },
    handler: async (request) => {
      const { ownerId, tokenId } = getCaller(request);
      const overlapMs = (request.body.overlap_hours ?? usualOverlapHours) * hourMs;
      const webhook = await rotateSecret(deps, ownerId, request.params.id, overlapMs, deps.now());
      await deps.audit({ actor: { token: tokenId }, action: 'webhook.changed', subject: webhook.id });
      return webhook;
    },
  });
}
