import { type Static, Type } from 'typebox';
import { nullable } from '../nullable.ts';
import { WebhookTopic } from './webhook-event.ts';

const example = {
  id: '5d4e6f4c-0f0e-4e5c-9d0b-1f6a3c2b7a90',
  object: 'webhook',
  url: 'https://hotel.example/ocr-web',
  description: null,
  events: ['scan.completed', 'scan.failed'],
  enabled: true,
  disabled_reason: null,
  created_at: '2026-11-23T12:00:00.000Z',
  updated_at: '2026-11-23T12:00:00.000Z',
} as const;

const secretExample = 'whsec_T0NSIFdlYiBleGFtcGxlLCBuZXZlciBhIHNlY3JldCE=';

const webhookProperties = {
  id: Type.String({ format: 'uuid' }),
  object: Type.Literal('webhook'),
  url: Type.String({ description: 'Where events are sent.' }),
  description: nullable(Type.String(), 'A description for people.'),
  events: Type.Array(WebhookTopic, { description: 'The events that are sent.' }),
  enabled: Type.Boolean({ description: 'If false, nothing is sent, and pending deliveries become dead letters.' }),
  disabled_reason: nullable(
    Type.Enum(['owner', 'gone']),
    'owner: disabled by a request. gone: the receiver answered 410. null while enabled.',
  ),
  created_at: Type.String({ format: 'date-time' }),
  updated_at: Type.String({ format: 'date-time' }),
};

/** An address that hears of what happens to the owner's scans and batches. */
export const Webhook = Type.Object(webhookProperties, { $id: 'Webhook', examples: [example] });

/**
 * A webhook with the secret that was just made for it: the only time that the secret can be seen.
 */
export const WebhookWithSecret = Type.Object(
  {
    ...webhookProperties,
    secret: Type.String({
      pattern: '^whsec_[A-Za-z0-9+/]+=*$',
      description: 'The key that deliveries are signed with. It is shown only once.',
    }),
  },
  { $id: 'WebhookWithSecret', examples: [{ ...example, secret: secretExample }] },
);

export const WebhookList = Type.Object(
  { data: Type.Array(Webhook, { description: 'Oldest first. The list is short and has no pages.' }) },
  { $id: 'WebhookList', examples: [{ data: [example] }] },
);

export type WebhookBody = Static<typeof Webhook>;
export type WebhookWithSecretBody = Static<typeof WebhookWithSecret>;
export type WebhookListBody = Static<typeof WebhookList>;
