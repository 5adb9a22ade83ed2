import { type RotateWebhookSecretBody, RotateWebhookSecretRequest, WebhookParams, type WebhookPath, WebhookWithSecret } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import { rotateSecret } from '../../../webhooks/rotate-secret.ts';
import type { WebhookDeps } from '../../../webhooks/webhook.ts';
import { getCaller } from '../../authentication/authenticate.ts';
import { problemResponses } from '../problem-responses.ts';

const hourMs = 3_600_000;
const usualOverlapHours = 24;

/** `POST /api/v2/webhooks/{id}/rotate-secret` */
export function registerRotateSecret(v2: FastifyInstance, deps: WebhookDeps): void {
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
    handler: (request) => {
      const overlapMs = (request.body.overlap_hours ?? usualOverlapHours) * hourMs;
      return rotateSecret(deps, getCaller(request).ownerId, request.params.id, overlapMs, deps.now());
    },
  });
}
