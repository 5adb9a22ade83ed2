import { DeadLetterParams, type DeadLetterPath } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { resendDeadLetter } from '../../../webhooks/resend-dead-letter.ts';
import type { AppDeps } from '../../app-deps.ts';
import { getCaller } from '../../authentication/authenticate.ts';
import { problemResponses } from '../problem-responses.ts';

const schema = {
  operationId: 'resendDeadLetter',
  tags: ['Operation'],
  summary: 'Send a dead letter again',
  description:
    'A delivery that was given up, whoever’s it is, with the same `webhook-id` and with a schedule of retries that begins anew. The answer says nothing of what it carries. The audit log says who did it.',
  params: DeadLetterParams,
  response: { 204: Type.Null({ description: 'It is on its way again.' }), ...problemResponses('not_found', 'webhook.disabled') },
};

/** `POST /api/v2/admin/dead-letters/{id}/resend` */
export function registerResendDeadLetter(admin: FastifyInstance, { scans }: AppDeps): void {
  admin.route<{ Params: DeadLetterPath }>({
    method: 'POST',
    url: '/admin/dead-letters/:id/resend',
    schema,
    handler: async (request, reply) => {
      await resendDeadLetter(scans.sql, request.params.id, { token: getCaller(request).tokenId }, scans.now());
      return reply.status(204).send();
    },
  });
}
