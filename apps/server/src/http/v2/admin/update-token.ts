import { Token, type TokenBody, TokenParams, type TokenPath, type UpdateTokenBody, UpdateTokenRequest } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import { ServiceError } from '../../../errors/service-error.ts';
import { updateToken } from '../../../tokens/update-token.ts';
import type { AppDeps } from '../../app-deps.ts';
import { getCaller } from '../../authentication/authenticate.ts';
import { problemResponses } from '../problem-responses.ts';
import { readTokenLimits } from './read-token-limits.ts';

const schema = {
  operationId: 'updateToken',
  tags: ['Operation'],
  summary: 'Change the limits of a token',
  description: 'What is left out stays as it is; null is no limit of its own. It holds when this is answered.',
  params: TokenParams,
  body: UpdateTokenRequest,
  response: { 200: Token, ...problemResponses('body.malformed', 'body.too_large', 'body.unsupported', 'field.invalid', 'not_found') },
};

/** `PATCH /api/v2/admin/tokens/{id}` */
export function registerUpdateToken(admin: FastifyInstance, { scans, tokens }: AppDeps): void {
  admin.route<{ Params: TokenPath; Body: UpdateTokenBody }>({
    method: 'PATCH',
    url: '/admin/tokens/:id',
    schema,
    handler: async (request): Promise<TokenBody> => {
      const limits = readTokenLimits(request.body, scans.retention);
      await tokens.flushUses();
      const about = { actor: { token: getCaller(request).tokenId }, now: scans.now() };
      const token = await updateToken(scans.sql, request.params.id, limits, about);
      if (!token) throw new ServiceError('not_found', 'Not found.');
      await tokens.reload();
      return { ...token, object: 'token' };
    },
  });
}
