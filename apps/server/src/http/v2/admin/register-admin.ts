import type { FastifyInstance } from 'fastify';
import type { AppDeps } from '../../app-deps.ts';
import { registerCreateToken } from './create-token.ts';
import { registerListTokens } from './list-tokens.ts';
import { registerReadStatistics } from './read-statistics.ts';
import { registerResendDeadLetter } from './resend-dead-letter.ts';
import { registerRevokeToken } from './revoke-token.ts';
import { registerRotateToken } from './rotate-token.ts';
import { registerUpdateToken } from './update-token.ts';

/** Everything under `/api/v2/admin`. */
export function registerAdmin(v2: FastifyInstance, deps: AppDeps): void {
  registerReadStatistics(v2, deps);
  registerResendDeadLetter(v2, deps);
  registerListTokens(v2, deps);
  registerCreateToken(v2, deps);
  registerUpdateToken(v2, deps);
  registerRotateToken(v2, deps);
  registerRevokeToken(v2, deps);
}
