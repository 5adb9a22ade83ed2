import { type CreateTokenBody, CreateTokenRequest, TokenWithText, type TokenWithTextBody } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import { createToken } from '../../../tokens/create-token.ts';
import type { AppDeps } from '../../app-deps.ts';
import { problemResponses } from '../problem-responses.ts';

const schema = {
  operationId: 'createToken',
  tags: ['Operation'],
  summary: 'Make a token',
  description: 'With scans of its own. Only this answer shows the token itself.',
  body: CreateTokenRequest,
  response: {
    201: { description: 'It is made and can be used.', content: { 'application/json': { schema: TokenWithText } } },
    ...problemResponses('body.malformed', 'body.too_large', 'body.unsupported', 'field.invalid', 'scope.missing'),
  },
};

/** `POST /api/v2/admin/tokens` */
export function registerCreateToken(admin: FastifyInstance, { scans, tokens }: AppDeps): void {
  admin.route<{ Body: CreateTokenBody }>({
    method: 'POST',
    url: '/admin/tokens',
    schema,
    handler: async (request, reply): Promise<TokenWithTextBody> => {
      const { name, scopes = [] } = request.body;
      const { id, token, created_at } = await createToken(scans.sql, name, { scopes });
      await tokens.reload();
      reply.status(201);
      return { id, object: 'token', name, scopes, created_at, revoked_at: null, token };
    },
  });
}
