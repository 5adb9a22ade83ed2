import type { WebhookBody, WebhookListBody, WebhookWithSecretBody } from '../../schemas/v2/webhooks/webhook.ts';
import type {
  WebhookDeliveryBody,
  WebhookDeliveryListBody,
  WebhookDeliveryStatusName,
} from '../../schemas/v2/webhooks/webhook-delivery.ts';
import type { CreateWebhookBody, UpdateWebhookBody } from '../../schemas/v2/webhooks/webhook-requests.ts';
import { readJson } from '../transport/read-answer.ts';
import { type CallOptions, deleteResource, listAll } from '../transport/resource-calls.ts';
import type { Transport } from '../transport/transport.ts';

export type ListDeliveriesOptions = CallOptions & {
  readonly status?: WebhookDeliveryStatusName | undefined;
  /** How many a page holds, 1 to 100. */
  readonly limit?: number | undefined;
};

/**
 * Calls about webhooks. All reject with OcrWebError, or with the signal's reason. Those that create
 * something are sent only once.
 */
export type WebhookClient = {
  /** Only this answer and that of `rotateSecret` show the secret: keep it. */
  readonly create: (webhook: CreateWebhookBody, options?: CallOptions) => Promise<WebhookWithSecretBody>;
  readonly list: (options?: CallOptions) => Promise<WebhookBody[]>;
  readonly get: (id: string, options?: CallOptions) => Promise<WebhookBody>;
  readonly update: (id: string, changes: UpdateWebhookBody, options?: CallOptions) => Promise<WebhookBody>;
  readonly delete: (id: string, options?: CallOptions) => Promise<void>;
  /**
   * Makes a new secret; deliveries are signed with the old one too for `overlapHours`, 24 when
   * missing.
   */
  readonly rotateSecret: (
    id: string,
    options?: CallOptions & { readonly overlapHours?: number | undefined },
  ) => Promise<WebhookWithSecretBody>;
  /** Sends a `webhook.test` event. */
  readonly test: (id: string, options?: CallOptions) => Promise<WebhookDeliveryBody>;
  /** What was sent and with what result, newest first. `status: 'dead'` lists what was given up. */
  readonly deliveries: (id: string, options?: ListDeliveriesOptions) => AsyncGenerator<WebhookDeliveryBody, void, undefined>;
  /** Sends a delivery again. */
  readonly resend: (id: string, deliveryId: number, options?: CallOptions) => Promise<WebhookDeliveryBody>;
};

const path = '/api/v2/webhooks';

export function openWebhookClient({ send, ...transport }: Transport): WebhookClient {
  const read = <Body>(below: string, { signal }: CallOptions) =>
    send({ path: `${path}${below}`, repeatable: true, signal }, readJson<Body>);
  const write = <Body>(method: 'POST' | 'PATCH', below: string, content: unknown, { signal }: CallOptions) => {
    const body = content === undefined ? undefined : JSON.stringify(content);
    const headers = { 'content-type': body === undefined ? undefined : 'application/json' };
    // A repeated PATCH changes nothing more; a repeated POST would create something twice.
    return send({ method, path: `${path}${below}`, headers, body, repeatable: method === 'PATCH', signal }, readJson<Body>);
  };
  return {
    create: (webhook, options = {}) => write('POST', '', webhook, options),
    list: async (options = {}) => (await read<WebhookListBody>('', options)).data,
    get: (id, options = {}) => read(`/${id}`, options),
    update: (id, changes, options = {}) => write('PATCH', `/${id}`, changes, options),
    delete: (id, { signal } = {}) => deleteResource({ path: `${path}/${id}`, signal }, { send, ...transport }),
    rotateSecret: (id, { overlapHours, ...options } = {}) =>
      write('POST', `/${id}/rotate-secret`, { overlap_hours: overlapHours }, options),
    test: (id, options = {}) => write('POST', `/${id}/test`, undefined, options),
    deliveries: (id, { signal, ...query } = {}) =>
      listAll((cursor) => {
        const request = { path: `${path}/${id}/deliveries`, query: { ...query, cursor }, repeatable: true, signal };
        return send(request, readJson<WebhookDeliveryListBody>);
      }),
    resend: (id, deliveryId, options = {}) => write('POST', `/${id}/deliveries/${deliveryId}/resend`, undefined, options),
  };
}
