import { type RotateTokenBody, RotateTokenRequest, TokenParams, type TokenPath, TokenWithText, type TokenWithTextBody } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import { ServiceError } from '../../../errors/service-error.ts';
import { rotateToken } from '../../../tokens/rotate-token.ts';
import type { AppDeps } from '../../app-deps.ts';
import { getCaller } from '../../authentication/authenticate.ts';
import { problemResponses } from '../problem-responses.ts';
import { readEnd } from './read-end.ts';

const usualOverlapSeconds = 86_400;

const schema = {
  operationId: 'rotateToken',
  tags: ['Operation'],
  summary: 'Make a token in the place of another',
  description:
    'It opens the same scans and has the same name, scopes and limits. The old one is taken until the overlap is over, so that clients can change over. Only this answer shows the new token itself.',
  params: TokenParams,
  body: { required: false, content: { 'application/json': { schema: RotateTokenRequest } } },
  response: {
    201: { description: 'It is made and can be used.', content: { 'application/json': { schema: TokenWithText } } },
    ...problemResponses('body.malformed', 'body.too_large', 'body.unsupported', 'field.invalid', 'not_found'),
  },
};

/** `POST /api/v2/admin/tokens/{id}/rotate` */
export function registerRotateToken(admin: FastifyInstance, { scans, tokens }: AppDeps): void {
  admin.route<{ Params: TokenPath; Body: RotateTokenBody }>({
    method: 'POST',
    url: '/admin/tokens/:id/rotate',
    schema,
    // The body may be left out; null is none.
    preValidation: (request, _reply, done) => {
      if (request.body === undefined) request.body = {};
      done();
    },
    handler: async (request, reply): Promise<TokenWithTextBody> => {
      const { overlap_seconds: overlap = usualOverlapSeconds, expires_at } = request.body;
      const now = scans.now();
      const actor = { token: getCaller(request).tokenId };
      const rotation = { actor, overlapMs: overlap * 1000, expiresAt: readEnd(expires_at, now) };
      const made = await rotateToken(scans.sql, request.params.id, rotation, now);
      if (!made) throw new ServiceError('not_found', 'Not found.');
      await tokens.reload();
      reply.status(201);
      return { ...made, object: 'token' };
    },
  });
}
