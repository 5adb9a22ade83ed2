import { type Static, Type } from 'typebox';
import { nullable } from '../nullable.ts';
import { WebhookDeliveryStatus } from './webhook-delivery.ts';
import { WebhookTopic } from './webhook-event.ts';

const url = Type.String({
  minLength: 1,
  maxLength: 2048,
  description:
    'Where to send events: an https URL without user name or fragment. Private and loopback hosts are allowed only if the service is configured for them.',
  examples: ['https://hotel.example/ocr-web'],
});
// Without control characters: a database keeps no NUL, and terminals obey some of the others.
const description = nullable(Type.String({ maxLength: 200, pattern: '^[^\\u0000-\\u001f\\u007f]{0,200}$' }), 'A description for people.');
const events = Type.Array(WebhookTopic, {
  minItems: 1,
  uniqueItems: true,
  description: 'The events to send. All of them by default.',
});

export const CreateWebhookRequest = Type.Object(
  { url, description: Type.Optional(description), events: Type.Optional(events) },
  { $id: 'CreateWebhookRequest', examples: [{ url: 'https://hotel.example/ocr-web', events: ['scan.completed', 'scan.failed'] }] },
);

export const UpdateWebhookRequest = Type.Object(
  {
    url: Type.Optional(url),
    description: Type.Optional(description),
    events: Type.Optional(events),
    enabled: Type.Optional(
      Type.Boolean({ description: 'Disables or enables the webhook. A webhook disabled by a 410 can be enabled again.' }),
    ),
  },
  { $id: 'UpdateWebhookRequest', examples: [{ enabled: false }] },
);

export const RotateWebhookSecretRequest = Type.Object(
  {
    overlap_hours: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 24,
        default: 24,
        description: 'How long deliveries are also signed with the old secret. Use 0 if the old secret has leaked.',
      }),
    ),
  },
  { $id: 'RotateWebhookSecretRequest', examples: [{ overlap_hours: 24 }] },
);

const webhookId = Type.String({ format: 'uuid' });

export const WebhookParams = Type.Object({ id: webhookId });
export const WebhookDeliveryParams = Type.Object({
  id: webhookId,
  delivery_id: Type.Integer({ minimum: 1, maximum: 999_999_999_999_999 }),
});

export const ListWebhookDeliveriesQuery = Type.Object({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
  cursor: Type.Optional(Type.String({ description: 'The next_cursor of the previous page.' })),
  status: Type.Optional(WebhookDeliveryStatus),
});

export type CreateWebhookBody = Static<typeof CreateWebhookRequest>;
export type UpdateWebhookBody = Static<typeof UpdateWebhookRequest>;
export type RotateWebhookSecretBody = Static<typeof RotateWebhookSecretRequest>;
export type WebhookPath = Static<typeof WebhookParams>;
export type WebhookDeliveryPath = Static<typeof WebhookDeliveryParams>;
export type ListWebhookDeliveriesParameters = Static<typeof ListWebhookDeliveriesQuery>;
