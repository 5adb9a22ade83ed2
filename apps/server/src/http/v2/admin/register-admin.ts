import type { FastifyInstance } from 'fastify';
import type { AppDeps } from '../../app-deps.ts';
import { requireScope } from '../../authentication/require-scope.ts';
import { registerCreateToken } from './create-token.ts';
import { registerListTokens } from './list-tokens.ts';
import { registerReadStatistics } from './read-statistics.ts';
import { registerRevokeToken } from './revoke-token.ts';

/** Everything under `/api/v2/admin`: for tokens with the scope `admin`. */
export function registerAdmin(v2: FastifyInstance, deps: AppDeps): void {
  v2.register((admin, _options, done) => {
    admin.addHook('onRequest', requireScope('admin'));
    registerReadStatistics(admin, deps);
    registerListTokens(admin, deps);
    registerCreateToken(admin, deps);
    registerRevokeToken(admin, deps);
    done();
  });
}
