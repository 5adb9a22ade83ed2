import { type Static, Type } from 'typebox';
import { nullable } from './nullable.ts';
import { WebhookEvent } from './webhook-event.ts';

const time = (description: string) => Type.String({ format: 'date-time', description });

export const WebhookDeliveryStatus = Type.Enum(['pending', 'delivered', 'dead'], {
  description: 'pending: to be sent, for the first time or again. delivered: answered with 2xx. dead: given up; it can be sent again.',
});

const Failure = Type.Enum(
  ['status', 'redirect', 'gone', 'timeout', 'connection', 'tls', 'name_not_found', 'address_refused', 'url_refused', 'webhook_disabled'],
  {
    description: [
      'Why it did not arrive.',
      'status: answered with something else than 2xx. redirect: answered with 3xx, which is not followed.',
      'gone: answered with 410, which switches the webhook off. timeout: no answer in time.',
      'connection: refused, or broken off before the answer. tls: no trusted certificate. name_not_found: the host has no address.',
      'address_refused: the host has no public address. url_refused: the service does not allow the URL any more.',
      'webhook_disabled: the webhook was switched off before it could be sent.',
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
    message_id: Type.String({ description: 'The webhook-id of every attempt. The same event has the same one at each webhook.' }),
    status: WebhookDeliveryStatus,
    event: WebhookEvent,
    attempts: Type.Integer({ minimum: 0, description: 'How often it was sent.' }),
    last_attempt: nullable(
      Type.Object({
        at: time('When it was sent.'),
        duration_ms: Type.Integer({ minimum: 0 }),
        http_status: nullable(Type.Integer(), 'What the receiver answered; null when it did not.'),
      }),
      'null before the first.',
    ),
    failure: nullable(Failure, 'Why the last attempt failed, or why there is none; null before the first and when it was delivered.'),
    next_attempt_at: nullable(time('When it is sent next.'), 'null when it is not pending.'),
    created_at: time('When the event happened.'),
    finished_at: nullable(time('When it was delivered or given up.')),
  },
  {
    $id: 'WebhookDelivery',
    examples: [example],
  },
);

export const WebhookDeliveryList = Type.Object(
  {
    data: Type.Array(WebhookDelivery, { description: 'Newest first.' }),
    next_cursor: nullable(Type.String(), 'Send it as `cursor` for what follows; null at the end.'),
  },
  { $id: 'WebhookDeliveryList', examples: [{ data: [example], next_cursor: null }] },
);

export type WebhookDeliveryStatusName = Static<typeof WebhookDeliveryStatus>;
export type WebhookFailure = Static<typeof Failure>;
export type WebhookDeliveryBody = Static<typeof WebhookDelivery>;
export type WebhookDeliveryListBody = Static<typeof WebhookDeliveryList>;
