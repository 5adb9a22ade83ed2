import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { handleClientError } from '../handle-client-error.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** How long the body of a request may take to arrive, where that is not as long as usual. */
    readonly uploadMs?: number;
  }
}

/** For a route that takes large uploads; also what Node enforces by itself for everything. */
export const maxUploadMs = 1_800_000;

/**
 * Answers 408 and closes the connection when the body of a request takes longer than `usualMs` to
 * arrive, or than its route allows.
 */
export function limitUploadTime(app: FastifyInstance, usualMs: number, logger: Pick<Logger, 'debug'>): void {
  app.addHook('onRequest', ({ raw, headers, routeOptions }, reply, done) => {
    if (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0) {
      const cut = setTimeout(() => {
        if (raw.complete) return;
        if (!reply.raw.headersSent) handleClientError(logger, { code: 'ERR_HTTP_REQUEST_TIMEOUT' }, raw.socket);
        // Or the rest of the body could still come, and be taken in.
        raw.socket.destroySoon();
      }, routeOptions.config.uploadMs ?? usualMs).unref();
      reply.raw.once('close', () => clearTimeout(cut));
    }
    done();
  });
}
