import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { StartupError } from '../../errors/startup-error.ts';
import type { CreatedToken } from '../create-token.ts';
import type { ListedToken } from '../listed-token.ts';
import { type PurgeStep, purgeAll } from '../purge-token.ts';
import type { Tokens } from '../tokens.ts';

/**
 * The operations by way of the running server that holds the database.
 *
 * @throws StartupError `disk.full`, from each of them, when the server has no room to write down
 *   what is to change
 */
export function tokensThroughSocket(socketPath: string): Tokens {
  return {
    create: (name, options = {}) => askService<CreatedToken>(socketPath, 'POST', '/tokens', { name, ...options }),
    list: () => askService<ListedToken[]>(socketPath, 'GET', '/tokens'),
    update: async (id, limits) =>
      (await askService<{ token: ListedToken | null }>(socketPath, 'PATCH', `/tokens/${encodeURIComponent(id)}`, limits)).token ??
      undefined,
    rotate: async (id, rotation) =>
      (await askService<{ token: CreatedToken | null }>(socketPath, 'POST', `/tokens/${encodeURIComponent(id)}/rotate`, rotation)).token ??
      undefined,
    revoke: async (id) => (await askService<{ revoked: boolean }>(socketPath, 'DELETE', `/tokens/${encodeURIComponent(id)}`)).revoked,
    // Step by step, so that each is answered in time however much there is.
    purge: (id) =>
      purgeAll(
        async () => (await askService<{ step: PurgeStep | null }>(socketPath, 'POST', `/tokens/${encodeURIComponent(id)}/purge`)).step,
      ),
  };
}

/** Sends a command to the service that listens on the socket, and returns its answer. */
export function askService<Answer>(socketPath: string, method: string, path: string, body?: object, timeoutSeconds = 30): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const headers = body ? { 'content-type': 'application/json' } : {};
  const outgoing = request({ socketPath, method, path, headers, timeout: timeoutSeconds * 1000 }, (response) => {
    text(response).then((answer) => {
      if (response.statusCode === 200) resolve(JSON.parse(answer) as Answer);
      else if (response.statusCode === 507) reject(new StartupError('disk.full', (JSON.parse(answer) as { detail: string }).detail));
      else reject(new Error(`The running server refused the command (status ${response.statusCode}).`));
    }, reject);
  });
  outgoing.on('error', reject);
  outgoing.on('timeout', () => outgoing.destroy(new Error(`The running server did not answer in ${timeoutSeconds} seconds.`)));
  outgoing.end(body && JSON.stringify(body));
  return promise;
}
