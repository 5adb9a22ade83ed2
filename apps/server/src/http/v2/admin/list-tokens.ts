import { TokenList, type TokenListBody } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import { listTokens } from '../../../tokens/list-tokens.ts';
import type { AppDeps } from '../../app-deps.ts';
import { problemResponses } from '../problem-responses.ts';

const schema = {
  operationId: 'listTokens',
  tags: ['Operation'],
  summary: 'List the tokens',
  description: 'All of them, those that were revoked or have expired too. The tokens themselves are stored nowhere.',
  response: { 200: TokenList, ...problemResponses() },
};

/** `GET /api/v2/admin/tokens` */
export function registerListTokens(admin: FastifyInstance, { scans, tokens: registry }: AppDeps): void {
  admin.route({
    method: 'GET',
    url: '/admin/tokens',
    schema,
    handler: async (): Promise<TokenListBody> => {
      // What was used since the last write.
      await registry.flushUses();
      const tokens = await listTokens(scans.sql);
      return { data: tokens.map((token) => ({ ...token, object: 'token' })) };
    },
  });
}
