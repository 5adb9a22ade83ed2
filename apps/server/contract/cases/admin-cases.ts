import type { TokenWithTextBody } from '@ocr-web/api';
import type { Cases, Provoke } from '../provoke.ts';
import type { Service } from '../start-contract-servers.ts';

const base = '/api/v2/admin';

const makeToken = ({ request, authorization }: Service, body: string, type = 'application/json') =>
  request(`${base}/tokens`, { method: 'POST', body, headers: { ...authorization, 'content-type': type } });

const made = async (service: Service) => (await (await makeToken(service, '{"name":"desk"}')).json()) as TokenWithTextBody;

/** Sends a request with a token that has no scope. */
const asGuest =
  (path: string, method = 'GET'): Provoke =>
  async ({ main }) =>
    main.request(`${base}${path}`, { method, headers: { authorization: `Bearer ${(await made(main)).token}` } });

const noToken = '/tokens/00000000-0000-4000-8000-000000000000';

/** The operations for operators. */
export const adminCases: Cases = {
  readStatistics: {
    200: ({ main }) => main.request(`${base}/statistics?range=hour`),
    400: ({ main }) => main.request(`${base}/statistics?range=year`),
    403: asGuest('/statistics'),
  },
  listTokens: { 200: ({ main }) => main.request(`${base}/tokens`), 403: asGuest('/tokens') },
  createToken: {
    201: ({ main }) => makeToken(main, '{"name":"desk","scopes":["admin"]}'),
    400: ({ main }) => makeToken(main, '{"name":""}'),
    403: asGuest('/tokens', 'POST'),
    413: ({ main }) => makeToken(main, JSON.stringify({ name: 'x'.repeat(70_000) })),
    415: ({ main }) => makeToken(main, 'name', 'text/plain'),
  },
  revokeToken: {
    204: async ({ main }) => main.request(`${base}/tokens/${(await made(main)).id}`, { method: 'DELETE' }),
    403: asGuest(noToken, 'DELETE'),
    404: ({ main }) => main.request(`${base}${noToken}`, { method: 'DELETE' }),
  },
};
