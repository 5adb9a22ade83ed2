import { type CreateTokenBody, CreateTokenRequest, TokenWithText, type TokenWithTextBody } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import { createToken } from '../../../tokens/create-token.ts';
import type { AppDeps } from '../../app-deps.ts';
import { getCaller } from '../../authentication/authenticate.ts';
import { problemResponses } from '../problem-responses.ts';
import { readEnd } from './read-end.ts';
import { readTokenLimits } from './read-token-limits.ts';

const schema = {
  operationId: 'createToken',
  tags: ['Operation'],
  summary: 'Make a token',
  description: 'With scans of its own. Only this answer shows the token itself.',
  body: CreateTokenRequest,
  response: {
    201: { description: 'It is made and can be used.', content: { 'application/json': { schema: TokenWithText } } },
    ...problemResponses('body.malformed', 'body.too_large', 'body.unsupported', 'field.invalid'),
  },
};

/** `POST /api/v2/admin/tokens` */
export function registerCreateToken(admin: FastifyInstance, { scans, tokens }: AppDeps): void {
  admin.route<{ Body: CreateTokenBody }>({
    method: 'POST',
    url: '/admin/tokens',
    schema,
    handler: async (request, reply): Promise<TokenWithTextBody> => {
      const { name, scopes, expires_at } = request.body;
      const now = scans.now();
      const actor = { token: getCaller(request).tokenId };
      const options = { actor, scopes, expiresAt: readEnd(expires_at, now), ...readTokenLimits(request.body, scans.retention) };
      const made = await createToken(scans.sql, name, now, options);
      await tokens.reload();
      reply.status(201);
      return { ...made, object: 'token' };
    },
  });
}
