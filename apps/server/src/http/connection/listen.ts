import type { FastifyInstance } from 'fastify';
import { StartupError } from '../../errors/startup-error.ts';
import { endSilentConnections } from './end-silent-connections.ts';

const otherwise = 'Set OCR_WEB_HOST and OCR_WEB_PORT to an address of this machine that nothing else listens on.';

/** What to do, by the codes of bind(2) and of name resolution. */
const advice = {
  EADDRINUSE: 'Something else listens there: stop it, or set OCR_WEB_PORT to another port.',
  EACCES: 'This user may not listen on that port: set OCR_WEB_PORT to one above 1023.',
  EADDRNOTAVAIL: 'Set OCR_WEB_HOST to an address of this machine, such as 127.0.0.1 or 0.0.0.0.',
  ENOTFOUND: 'Nobody knows this name: set OCR_WEB_HOST to an address of this machine, such as 127.0.0.1 or 0.0.0.0.',
} as const;

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
    const known = Object.hasOwn(advice, code ?? '') ? advice[code as keyof typeof advice] : otherwise;
    throw new StartupError('port.unavailable', `${host}:${port} cannot be listened on (${code}). ${known}`, { cause: error });
  }
}
