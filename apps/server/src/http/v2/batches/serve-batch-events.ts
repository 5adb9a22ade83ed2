import { BatchParams, type BatchPath, Batch as BatchSchema, EventsHeaders } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import type { Batch } from '../../../batches/batch.ts';
import { isBatchFinished } from '../../../batches/batch.ts';
import { findBatch } from '../../../batches/find-batch.ts';
import type { Admission } from '../../admission/admission.ts';
import type { AppDeps } from '../../app-deps.ts';
import { getCaller } from '../../authentication/authenticate.ts';
import { problemResponses } from '../problem-responses.ts';
import { sendEvents } from '../send-events.ts';
import { eventsAnswer } from '../stream-answers.ts';
import { findOwnBatch } from './find-own-batch.ts';
import { renderBatch } from './render-batch.ts';

const schema = {
  operationId: 'watchBatch',
  tags: ['Batches'],
  summary: 'Watch a batch',
  description:
    'Server-sent events: one called `batch.updated` with the batch as it is now, and one each time its counts change, five a second at most. The stream ends after the one in which the batch is completed, and without one when it is deleted. Comments keep the connection alive.',
  params: BatchParams,
  headers: EventsHeaders,
  response: {
    ...eventsAnswer('Events whose data is the batch.', 'batch.updated', BatchSchema),
    ...problemResponses('not_found', 'streams.full'),
  },
};

/** `GET /api/v2/batches/{id}/events` */
export function registerServeBatchEvents(v2: FastifyInstance, deps: AppDeps, streams: Admission): void {
  v2.route<{ Params: BatchPath }>({
    method: 'GET',
    url: '/batches/:id/events',
    schema,
    onRequest: streams.enter,
    handler: async (request, reply) => {
      const { id } = request.params;
      const found = await findOwnBatch(deps, request, id);
      const { ownerId } = getCaller(request);
      return sendEvents<Batch>(request, reply, found, {
        feed: deps.changes.batches,
        id,
        read: () => findBatch(deps.scans, ownerId, id, deps.scans.now()),
        event: 'batch.updated',
        tagOf: (batch) => [id, isBatchFinished(batch) ? 'completed' : 'processing', ...Object.values(batch.counts)].join('-'),
        isFinished: isBatchFinished,
        render: renderBatch,
      });
    },
  });
}
