import type { FastifyInstance } from 'fastify';
import { StartupError } from '../../errors/startup-error.ts';
import { endSilentConnections } from './limits/end-silent-connections.ts';

/** What to do, by the codes of bind(2) and of name resolution. */
const advice: Readonly<Record<string, (variables: string) => string>> = {
  EADDRINUSE: (variables) => `Something else listens there: stop it, or set ${variables}_PORT to another port.`,
  EACCES: (variables) => `This user may not listen on that port: set ${variables}_PORT to one above 1023.`,
  EADDRNOTAVAIL: (variables) => `Set ${variables}_HOST to an address of this machine, such as 127.0.0.1 or 0.0.0.0.`,
  ENOTFOUND: (variables) => `Nobody knows this name: set ${variables}_HOST to an address of this machine, such as 127.0.0.1 or 0.0.0.0.`,
};

const otherwise = (variables: string) =>
  `Set ${variables}_HOST and ${variables}_PORT to an address of this machine that nothing else listens on.`;

/**
 * Starts to take connections.
 *
 * @param variables what the names of the two settings begin with
 * @returns the address, with the port that was taken where 0 was asked for
 * @throws StartupError `port.unavailable`
 */
export async function listen(app: FastifyInstance, host: string, port: number, variables = 'OCR_WEB'): Promise<string> {
  endSilentConnections(app);
  try {
    return await app.listen({ host, port, listenTextResolver: () => 'listening' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const toDo = (advice[code ?? ''] ?? otherwise)(variables);
    throw new StartupError('port.unavailable', `${host}:${port} cannot be listened on (${code}). ${toDo}`, { cause: error });
  }
}
