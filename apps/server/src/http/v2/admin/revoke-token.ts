import { TokenParams, type TokenPath } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { ServiceError } from '../../../errors/service-error.ts';
import { revokeToken } from '../../../tokens/revoke-token.ts';
import type { AppDeps } from '../../app-deps.ts';
import { getCaller } from '../../authentication/authenticate.ts';
import { problemResponses } from '../problem-responses.ts';

const schema = {
  operationId: 'revokeToken',
  tags: ['Operation'],
  summary: 'Revoke a token',
  description:
    'It is not accepted any more when this is answered, and cannot be opened again. What was made with it stays until it expires; `ocr-web token purge` deletes that too.',
  params: TokenParams,
  response: { 204: Type.Null({ description: 'It is revoked.' }), ...problemResponses('not_found') },
};

/** `DELETE /api/v2/admin/tokens/{id}` */
export function registerRevokeToken(admin: FastifyInstance, { scans, tokens }: AppDeps): void {
  admin.route<{ Params: TokenPath }>({
    method: 'DELETE',
    url: '/admin/tokens/:id',
    schema,
    handler: async (request, reply) => {
      if (!(await revokeToken(scans.sql, request.params.id, scans.now(), { token: getCaller(request).tokenId })))
        throw new ServiceError('not_found', 'Not found.');
      await tokens.reload();
      return reply.status(204).send();
    },
  });
}
