import type { FastifyInstance } from 'fastify';
import { StartupError } from '../errors/startup-error.ts';
import { endSilentConnections } from './end-silent-connections.ts';

/**
 * Starts to take connections.
 *
 * @returns the address, with the port that was taken where 0 was asked for
 * @throws StartupError `port.unavailable`
 */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<string> {
  endSilentConnections(app);
  try {
    return await app.listen({ host, port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const advice = 'Set OCR_WEB_HOST and OCR_WEB_PORT to an address of this machine that nothing else listens on.';
    throw new StartupError('port.unavailable', `${host}:${port} cannot be listened on (${code}). ${advice}`, { cause: error });
  }
}
