import type { TokenWithTextBody } from '@ocr-web/api';
import type { Cases, Provoke } from '../provoke.ts';
import type { Service } from '../start-contract-servers.ts';

const base = '/api/v2/admin';

const makeToken = ({ request, authorization }: Service, body: string, type = 'application/json') =>
  request(`${base}/tokens`, { method: 'POST', body, headers: { ...authorization, 'content-type': type } });

const made = async (service: Service) => (await (await makeToken(service, '{"name":"desk"}')).json()) as TokenWithTextBody;

/** Changes or rotates a token. */
const write = ({ request, authorization }: Service, path: string, method: 'POST' | 'PATCH', body: string, type = 'application/json') =>
  request(`${base}${path}`, { method, body, headers: { ...authorization, 'content-type': type } });

const writeJson = ({ request, authorization }: Service, path: string, method: 'POST' | 'PATCH', body: unknown) =>
  request(`/api/v2/webhooks${path}`, {
    method,
    body: JSON.stringify(body),
    headers: { ...authorization, 'content-type': 'application/json' },
  });

/** What is on its way to a webhook that is switched off is given up. */
const switchWebhook = (service: Service, id: string, enabled: boolean) => writeJson(service, `/${id}`, 'PATCH', { enabled });

/** Gives a delivery up, does something with it, and removes its webhook. */
const withDeadLetter =
  (act: (service: Service, path: string, webhook: string) => Promise<Response>): Provoke =>
  async ({ main }) => {
    // Nobody listens there.
    const { id } = (await (await writeJson(main, '', 'POST', { url: 'http://127.0.0.1:9/events' })).json()) as { id: string };
    const delivery = (await (await writeJson(main, `/${id}/test`, 'POST', {})).json()) as { id: number };
    await switchWebhook(main, id, false);
    await switchWebhook(main, id, true);
    try {
      return await act(main, `${base}/dead-letters/${delivery.id}`, id);
    } finally {
      await main.request(`/api/v2/webhooks/${id}`, { method: 'DELETE' });
    }
  };

const noToken = '/tokens/00000000-0000-4000-8000-000000000000';

/** The operations for operators. */
export const adminCases: Cases = {
  readStatistics: {
    200: ({ main }) => main.request(`${base}/statistics?range=hour`),
    400: ({ main }) => main.request(`${base}/statistics?range=year`),
  },
  resendDeadLetter: {
    204: withDeadLetter((service, path) => service.request(`${path}/resend`, { method: 'POST' })),
    404: ({ main }) => main.request(`${base}/dead-letters/1/resend`, { method: 'POST' }),
    409: withDeadLetter(async (service, path, webhook) => {
      await switchWebhook(service, webhook, false);
      return service.request(`${path}/resend`, { method: 'POST' });
    }),
  },
  listTokens: { 200: ({ main }) => main.request(`${base}/tokens`) },
  createToken: {
    201: ({ main }) => makeToken(main, '{"name":"desk","scopes":["admin"]}'),
    400: ({ main }) => makeToken(main, '{"name":""}'),
    413: ({ main }) => makeToken(main, JSON.stringify({ name: 'x'.repeat(70_000) })),
    415: ({ main }) => makeToken(main, 'name', 'text/plain'),
  },
  updateToken: {
    200: async ({ main }) => write(main, `/tokens/${(await made(main)).id}`, 'PATCH', '{"scans_per_day":500}'),
    400: ({ main }) => write(main, noToken, 'PATCH', '{}'),
    404: ({ main }) => write(main, noToken, 'PATCH', '{"rate_limit":null}'),
    413: ({ main }) => write(main, noToken, 'PATCH', JSON.stringify({ rate_limit: 1, more: 'x'.repeat(70_000) })),
    415: ({ main }) => write(main, noToken, 'PATCH', 'name', 'text/plain'),
  },
  rotateToken: {
    201: async ({ main }) => main.request(`${base}/tokens/${(await made(main)).id}/rotate`, { method: 'POST' }),
    400: ({ main }) => write(main, `${noToken}/rotate`, 'POST', '{"overlap_seconds":-1}'),
    404: ({ main }) => write(main, `${noToken}/rotate`, 'POST', '{}'),
    413: ({ main }) => write(main, `${noToken}/rotate`, 'POST', JSON.stringify({ more: 'x'.repeat(70_000) })),
    415: ({ main }) => write(main, `${noToken}/rotate`, 'POST', 'name', 'text/plain'),
  },
  revokeToken: {
    204: async ({ main }) => main.request(`${base}/tokens/${(await made(main)).id}`, { method: 'DELETE' }),
    404: ({ main }) => main.request(`${base}${noToken}`, { method: 'DELETE' }),
  },
};
