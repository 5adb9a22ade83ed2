import type { Cases, Provoke } from '../provoke.ts';
import type { Service } from '../start-contract-servers.ts';

const base = '/api/v2/webhooks';
const unknownId = '00000000-0000-4000-8000-000000000000';
// Nobody listens there: what is sent to it fails at once.
const example = { url: 'http://127.0.0.1:9/events' };

const send = ({ request, authorization }: Service, method: string, path: string, body?: unknown) =>
  request(path, {
    method,
    headers: { ...authorization, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });

/** Makes a webhook, does something with it, and removes it. */
const withWebhook =
  (act: (service: Service, path: string) => Promise<Response>): Provoke =>
  async ({ main }) => {
    const { id } = (await (await send(main, 'POST', base, example)).json()) as { id: string };
    try {
      return await act(main, `${base}/${id}`);
    } finally {
      await send(main, 'DELETE', `${base}/${id}`);
    }
  };

const disable = (service: Service, path: string) => send(service, 'PATCH', path, { enabled: false });

/** Sends an event to a webhook and returns the path of its delivery. */
async function deliver(service: Service, path: string): Promise<string> {
  const { id } = (await (await send(service, 'POST', `${path}/test`)).json()) as { id: number };
  return `${path}/deliveries/${id}`;
}

/** The refusals of a body, alike wherever one is taken. */
const bodyCases = (method: string, path: (base: string) => string): Record<number, Provoke> => ({
  400: withWebhook((service, webhook) => send(service, method, path(webhook), '{')),
  413: withWebhook((service, webhook) => send(service, method, path(webhook), JSON.stringify({ url: 'x'.repeat(2_000_000) }))),
  415: withWebhook((service, webhook) =>
    service.request(path(webhook), { method, body: 'x', headers: { ...service.authorization, 'content-type': 'text/plain' } }),
  ),
});

const notFound = (method: string, path: string, body?: unknown): Record<number, Provoke> => ({
  404: ({ main }) => send(main, method, `${base}/${unknownId}${path}`, body),
});

/** Makes webhooks until there are too many, and removes them. */
async function fillUp(service: Service): Promise<Response> {
  try {
    for (;;) {
      const answer = await send(service, 'POST', base, example);
      if (answer.status !== 201) return answer;
    }
  } finally {
    const { data } = (await (await send(service, 'GET', base)).json()) as { data: { id: string }[] };
    for (const { id } of data) await send(service, 'DELETE', `${base}/${id}`);
  }
}

/** The operations on webhooks. */
export const webhookCases: Cases = {
  createWebhook: {
    201: ({ main }) => send(main, 'POST', base, example),
    409: ({ main }) => fillUp(main),
    ...bodyCases('POST', () => base),
  },
  listWebhooks: { 200: ({ main }) => send(main, 'GET', base) },
  readWebhook: { 200: withWebhook((service, path) => send(service, 'GET', path)), ...notFound('GET', '') },
  updateWebhook: {
    200: withWebhook((service, path) => send(service, 'PATCH', path, { description: 'front desk' })),
    ...bodyCases('PATCH', (path) => path),
    ...notFound('PATCH', '', {}),
  },
  deleteWebhook: { 204: withWebhook((service, path) => send(service, 'DELETE', path)), ...notFound('DELETE', '') },
  rotateWebhookSecret: {
    200: withWebhook((service, path) => send(service, 'POST', `${path}/rotate-secret`, { overlap_hours: 1 })),
    ...bodyCases('POST', (path) => `${path}/rotate-secret`),
    ...notFound('POST', '/rotate-secret', {}),
  },
  testWebhook: {
    202: withWebhook((service, path) => send(service, 'POST', `${path}/test`)),
    409: withWebhook(async (service, path) => {
      await disable(service, path);
      return send(service, 'POST', `${path}/test`);
    }),
    ...notFound('POST', '/test'),
  },
  listWebhookDeliveries: {
    200: withWebhook(async (service, path) => {
      await deliver(service, path);
      return send(service, 'GET', `${path}/deliveries`);
    }),
    400: withWebhook((service, path) => send(service, 'GET', `${path}/deliveries?limit=0`)),
    ...notFound('GET', '/deliveries'),
  },
  resendWebhookDelivery: {
    202: withWebhook(async (service, path) => send(service, 'POST', `${await deliver(service, path)}/resend`)),
    409: withWebhook(async (service, path) => {
      const delivery = await deliver(service, path);
      await disable(service, path);
      return send(service, 'POST', `${delivery}/resend`);
    }),
    ...notFound('POST', '/deliveries/1/resend'),
  },
};
