import { chmod, rm } from 'node:fs/promises';
import { fastify } from 'fastify';
import type { Logger } from 'pino';
import { isDiskFull } from '../../errors/is-disk-full.ts';
import { toStartupError } from '../../errors/to-startup-error.ts';
import { registerTokenCommands, type TokenCommandDeps } from './token-commands.ts';
import { tokenSocketPath } from './token-socket-path.ts';

/**
 * Takes token commands on a Unix socket in the data folder while the server has the database to
 * itself. Whoever may open the socket may also read the folder, so it asks for no token.
 *
 * @returns how to close it
 */
export async function openTokenSocket(deps: TokenCommandDeps, dataDirectory: string, logger: Logger): Promise<() => Promise<void>> {
  const path = tokenSocketPath(dataDirectory);
  if (path === undefined) {
    logger.warn('The path of OCR_WEB_DATA_DIR is too long for a socket: tokens can be made only while the server is stopped.');
    return () => Promise.resolve();
  }
  const app = fastify();
  app.setErrorHandler((error, _request, reply) => {
    if (!isDiskFull(error)) throw error;
    return reply.status(507).send({ detail: toStartupError(error, dataDirectory).message });
  });
  registerTokenCommands(app, deps);
  // A server that was killed leaves its socket behind; we hold the folder's lock, so nobody uses
  // this one.
  await rm(path, { force: true });
  await app.listen({ path });
  await chmod(path, 0o600);
  return () => app.close();
}
