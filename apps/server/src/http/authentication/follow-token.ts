import type { FastifyReply } from 'fastify';
import { ServiceError } from '../../errors/service-error.ts';
import type { TokenRegistry } from '../../tokens/registry/open-token-registry.ts';

/**
 * Why a signal aborts whose client has left. Without a reason of its own each abort makes an error
 * with a stack trace, at the end of every request.
 */
const clientLeft = new DOMException('The client has left.', 'AbortError');

/**
 * Ends a request with its token. When the token is revoked, an answer that is being sent is cut
 * off; one that is still to come is refused by whoever makes it, since the signal aborts.
 *
 * @returns aborts when nobody is to have the answer any more: with ServiceError
 *   `authentication.invalid` when the token was revoked, with another reason when the client has
 *   left
 */
export function followToken(reply: FastifyReply, tokens: Pick<TokenRegistry, 'onRevoked'>, tokenId: string): AbortSignal {
  const ending = new AbortController();
  const stop = tokens.onRevoked(tokenId, () => {
    ending.abort(new ServiceError('authentication.invalid', 'Invalid token.'));
    if (reply.raw.headersSent) reply.raw.destroy();
  });
  reply.raw.once('close', () => {
    stop();
    ending.abort(clientLeft);
  });
  return ending.signal;
}
