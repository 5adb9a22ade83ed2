import { type Static, Type } from 'typebox';
import { nullable } from '../nullable.ts';

const identifier = (description: string) => Type.Integer({ minimum: 1, description });
const reference = nullable(Type.String(), 'The reference that the client gave it.');
const timestamp = Type.String({ format: 'date-time', description: 'When the event happened.' });

/** What a webhook can be told of. */
export const WebhookTopic = Type.Enum(['scan.completed', 'scan.failed', 'batch.completed'], {
  description:
    'scan.completed: a file was read. scan.failed: a file could not be read. batch.completed: all scans of a batch have finished.',
});

const scanEvent = <const Name extends string, const Status extends string>(name: Name, status: Status) =>
  Type.Object({
    type: Type.Literal(name),
    timestamp,
    data: Type.Object({
      id: identifier('Number of the scan. Read the scan to get its result.'),
      status: Type.Literal(status),
      reference,
      batch_id: nullable(identifier('The batch that the scan belongs to.')),
    }),
  });

/** Body of a delivery: what happened to what, and nothing of what was read. */
export const WebhookEvent = Type.Union(
  [
    scanEvent('scan.completed', 'completed'),
    scanEvent('scan.failed', 'failed'),
    Type.Object({
      type: Type.Literal('batch.completed'),
      timestamp,
      data: Type.Object({ id: identifier('Number of the batch.'), status: Type.Literal('completed'), reference }),
    }),
    Type.Object({
      type: Type.Literal('webhook.test'),
      timestamp,
      data: Type.Object({ id: Type.String({ format: 'uuid', description: 'The webhook being tested.' }) }),
    }),
  ],
  {
    $id: 'WebhookEvent',
    examples: [
      {
        type: 'scan.completed',
        timestamp: '2026-11-23T12:00:00.000Z',
        data: { id: 458, status: 'completed', reference: 'booking-77', batch_id: null },
      },
    ],
  },
);

export type WebhookTopicName = Static<typeof WebhookTopic>;
export type WebhookEventBody = Static<typeof WebhookEvent>;
