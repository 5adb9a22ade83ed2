import {
  type ListWebhookDeliveriesParameters,
  ListWebhookDeliveriesQuery,
  WebhookDeliveryList,
  type WebhookDeliveryListBody,
  WebhookParams,
  type WebhookPath,
} from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import { listDeliveries } from '../../../webhooks/list-deliveries.ts';
import type { WebhookDeps } from '../../../webhooks/webhook.ts';
import { getCaller } from '../../authentication/authenticate.ts';
import { parseCursor, renderCursor } from '../cursor.ts';
import { problemResponses } from '../problem-responses.ts';

/** `GET /api/v2/webhooks/{id}/deliveries` */
export function registerListDeliveries(v2: FastifyInstance, deps: WebhookDeps): void {
  v2.route<{ Params: WebhookPath; Querystring: ListWebhookDeliveriesParameters }>({
    method: 'GET',
    url: '/webhooks/:id/deliveries',
    schema: {
      operationId: 'listWebhookDeliveries',
      tags: ['Webhooks'],
      summary: 'List what was sent to a webhook',
      description: 'With `status=dead`: the dead letters. Deliveries about a scan are gone when the scan is.',
      params: WebhookParams,
      querystring: ListWebhookDeliveriesQuery,
      response: { 200: WebhookDeliveryList, ...problemResponses('field.invalid', 'not_found') },
    },
    handler: async (request): Promise<WebhookDeliveryListBody> => {
      const { cursor, ...filter } = request.query;
      const page = await listDeliveries(deps, getCaller(request).ownerId, request.params.id, { ...filter, below: parseCursor(cursor) });
      return { data: [...page.deliveries], next_cursor: page.next === undefined ? null : renderCursor(page.next) };
    },
  });
}
