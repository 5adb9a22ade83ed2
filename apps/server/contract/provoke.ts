import type { Operation } from './api-document.ts';
import type { ContractServers, Service } from './start-contract-servers.ts';

/** Makes the service answer with one certain status. */
export type Provoke = (servers: ContractServers) => Promise<Response>;

/** How each documented status of each operation is provoked, by operation id. */
export type Cases = Readonly<Record<string, Readonly<Record<number, Provoke>>>>;

/** What stands for a path parameter where nothing is looked for yet: the request fails before. */
const anyParameters: Readonly<Record<string, string>> = { key: 'k'.repeat(43) };

const withoutBody = ['GET', 'DELETE'];

/**
 * What every operation with a token answers alike, whatever it does: no token, one without the
 * scope, too many requests, a fault, no database.
 */
export function commonCases({ method, path, security }: Operation): Readonly<Record<number, Provoke>> {
  const anyPath = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => anyParameters[name] ?? '1');
  const body = withoutBody.includes(method) ? {} : { body: '{}' };
  const init = (headers: Record<string, string>) => ({ method, ...body, headers: { ...headers, 'content-type': 'application/json' } });
  if (security.length === 0) return {};
  return {
    401: ({ main }) => fetch(`${main.url}${anyPath}`, init({})),
    403: async ({ main }) => fetch(`${main.url}${anyPath}`, init(await withoutScope(main, security))),
    429: ({ throttled }) => throttled.request(anyPath, init(throttled.authorization)),
    500: ({ broken }) => broken.request(anyPath, init(broken.authorization)),
    503: ({ unreachable }) => unreachable.request(anyPath, init(unreachable.authorization)),
  };
}

/** Makes a token that has a scope, but not the one that an operation needs. */
async function withoutScope({ request, authorization }: Service, security: Operation['security']): Promise<Record<string, string>> {
  const needed = security.flatMap((scheme) => Object.values(scheme).flat());
  const body = JSON.stringify({ name: 'narrow', scopes: [needed.includes('read') ? 'scan' : 'read'] });
  const headers = { ...authorization, 'content-type': 'application/json' };
  const { token } = (await (await request('/api/v2/admin/tokens', { method: 'POST', body, headers })).json()) as { token: string };
  return { authorization: `Token ${token}` };
}
