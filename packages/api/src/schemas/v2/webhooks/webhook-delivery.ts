import { type Static, Type } from 'typebox';
import { nullable } from '../nullable.ts';
import { WebhookEvent } from './webhook-event.ts';

const time = (description: string) => Type.String({ format: 'date-time', description });

export const WebhookDeliveryStatus = Type.Enum(['pending', 'delivered', 'dead'], {
  description: 'pending: waiting to be sent, or sent again. delivered: the receiver answered 2xx. dead: given up; you can redeliver it.',
});

const Failure = Type.Enum(
  ['status', 'redirect', 'gone', 'timeout', 'connection', 'tls', 'name_not_found', 'address_refused', 'url_refused', 'webhook_disabled'],
  {
    description: [
      'Why the delivery failed.',
      'status: the answer was not 2xx. redirect: the answer was 3xx; redirects are not followed.',
      'gone: the answer was 410, which disables the webhook. timeout: no answer in time.',
      'connection: refused, or closed before the answer. tls: the certificate is not trusted. name_not_found: the host name does not resolve.',
      'address_refused: the host has no public address. url_refused: the service no longer allows the URL.',
      'webhook_disabled: the webhook was disabled before the delivery was sent.',
    ].join(' '),
  },
);

const example = {
  id: 1204,
  object: 'webhook_delivery',
  message_id: 'msg_2b7e1516-28ae-4d2a-abf7-158809cf4f3c',
  status: 'pending',
  event: {
    type: 'scan.completed',
    timestamp: '2026-11-23T12:00:00.000Z',
    data: { id: 458, status: 'completed', reference: 'booking-77', batch_id: null },
  },
  attempts: 1,
  last_attempt: { at: '2026-11-23T12:00:00.020Z', duration_ms: 87, http_status: 503 },
  failure: 'status',
  next_attempt_at: '2026-11-23T12:00:05.300Z',
  created_at: '2026-11-23T12:00:00.000Z',
  finished_at: null,
};

/** An event on its way to one webhook. */
export const WebhookDelivery = Type.Object(
  {
    id: Type.Integer({ minimum: 1 }),
    object: Type.Literal('webhook_delivery'),
    message_id: Type.String({ description: 'The webhook-id header of every attempt. An event has the same one at every webhook.' }),
    status: WebhookDeliveryStatus,
    event: WebhookEvent,
    attempts: Type.Integer({ minimum: 0, description: 'Number of attempts so far.' }),
    last_attempt: nullable(
      Type.Object({
        at: time('When the attempt was made.'),
        duration_ms: Type.Integer({ minimum: 0 }),
        http_status: nullable(Type.Integer(), 'HTTP status of the answer. null if there was none.'),
      }),
      'The last attempt. null before the first one.',
    ),
    failure: nullable(
      Failure,
      'Why the last attempt failed, or why none was made. null before the first attempt and after a successful one.',
    ),
    next_attempt_at: nullable(time('When the next attempt is due.'), 'null unless the delivery is pending.'),
    created_at: time('When the event happened.'),
    finished_at: nullable(time('When the delivery succeeded or was given up.')),
  },
  {
    $id: 'WebhookDelivery',
    examples: [example],
  },
);

export const WebhookDeliveryList = Type.Object(
  {
    data: Type.Array(WebhookDelivery, { description: 'Newest first.' }),
    next_cursor: nullable(Type.String(), 'Send it as `cursor` to get the next page. null on the last page.'),
  },
  { $id: 'WebhookDeliveryList', examples: [{ data: [example], next_cursor: null }] },
);

export type WebhookDeliveryStatusName = Static<typeof WebhookDeliveryStatus>;
export type WebhookFailure = Static<typeof Failure>;
export type WebhookDeliveryBody = Static<typeof WebhookDelivery>;
export type WebhookDeliveryListBody = Static<typeof WebhookDeliveryList>;
