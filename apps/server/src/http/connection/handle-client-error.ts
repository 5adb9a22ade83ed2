import type { Socket } from 'node:net';
import type { Logger } from 'pino';
import { answerOnSocket } from './answer-on-socket.ts';
import { answersSent, mayAnswer } from './follow-exchanges.ts';

const broken: Readonly<Record<string, readonly [status: number, detail: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not arrive in time.'],
  HPE_HEADER_OVERFLOW: [431, 'The headers of the request are too large.'],
};

/**
 * What Node could not even parse as a request, or what did not arrive in time, is answered on the
 * bare connection; where requests before it have no answer yet, or it has one already, they are
 * answered and the connection ends.
 */
export function handleClientError(logger: Pick<Logger, 'debug'>, { code = '' }: { readonly code?: string }, socket: Socket): void {
  if (code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, detail] = broken[code] ?? [400, 'The request could not be parsed.'];
  if (mayAnswer(socket)) {
    const requestId = answerOnSocket(socket, { status, detail });
    logger.debug({ requestId, code, status }, 'request could not be parsed');
    return;
  }
  void answersSent(socket).then(() => socket.destroySoon());
  logger.debug({ code }, 'request could not be parsed');
}
