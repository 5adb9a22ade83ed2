import { ServiceError } from '../../errors/service-error.ts';
import type { TokenRegistry } from '../../tokens/registry/open-token-registry.ts';
import type { Caller } from '../../tokens/rights/caller.ts';
import { hashToken } from '../../tokens/token-text.ts';

/**
 * Finds out who calls by the `Authorization: <scheme> <token>` header.
 *
 * @param schemes the schemes that are taken, in small letters
 * @throws ServiceError `authentication.missing` without such a header, `authentication.invalid` for
 *   a malformed, unknown or revoked token
 */
export function authenticateToken(tokens: Pick<TokenRegistry, 'find'>, header: string | undefined, schemes: readonly string[]): Caller {
  const [scheme, text, ...rest] = (header ?? '').trim().split(/\s+/);
  if (!schemes.includes(scheme?.toLowerCase() ?? '')) {
    throw new ServiceError('authentication.missing', 'Authentication credentials were not provided.');
  }
  if (text === undefined) throw new ServiceError('authentication.invalid', 'Invalid token header. No credentials provided.');
  if (rest.length > 0) {
    throw new ServiceError('authentication.invalid', 'Invalid token header. Token string should not contain spaces.');
  }
  const caller = tokens.find(hashToken(text));
  if (!caller) throw new ServiceError('authentication.invalid', 'Invalid token.');
  return caller;
}
