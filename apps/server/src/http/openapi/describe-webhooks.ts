import { WebhookEvent } from '@ocr-web/api';
import type { Components } from './collect-components.ts';

const header = (name: string, description: string, pattern: string) => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string', pattern },
});

/** The requests that the service makes itself, for the document's `webhooks`. */
export function describeWebhooks(components: Components): object {
  return {
    event: {
      post: {
        operationId: 'receiveEvent',
        tags: ['Webhooks'],
        summary: 'What your address receives',
        description:
          'Signed as Standard Webhooks has it, sent again for 24 hours until it is answered with 2xx, at least once and in no promised order.',
        parameters: [
          header('webhook-id', 'The same over all attempts.', '^msg_'),
          header('webhook-timestamp', 'Seconds since 1970 of this attempt.', '^\\d+$'),
          header('webhook-signature', 'One signature for each secret that is valid, with blanks between.', '^v1,'),
        ],
        requestBody: { required: true, content: { 'application/json': { schema: components.refer(WebhookEvent) } } },
        responses: {
          '2XX': { description: 'Received.' },
          '410': { description: 'Nobody is interested any more: the webhook is switched off.' },
          default: { description: 'Not received: it is sent again.' },
        },
      },
    },
  };
}
