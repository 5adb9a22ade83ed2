import { EventsHeaders, ScanParams, type ScanPath, Scan as ScanSchema } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import { findScan } from '../../../scans/find-scan.ts';
import { isFinished, type Scan } from '../../../scans/scan.ts';
import type { Admission } from '../../admission/admission.ts';
import type { AppDeps } from '../../app-deps.ts';
import { getCaller } from '../../authentication/authenticate.ts';
import { problemResponses } from '../problem-responses.ts';
import { sendEvents } from '../send-events.ts';
import { eventsAnswer } from '../stream-answers.ts';
import { showScan } from './answer/render-v2-scan.ts';
import { findOwnScan } from './find-own-scan.ts';

const schema = {
  operationId: 'watchScan',
  tags: ['Scans'],
  summary: 'Watch a scan',
  description:
    'Server-sent events: one called `scan.updated` with the scan as it is now, and one each time its status changes. The stream ends after the one in which the scan is completed or failed, and without one when the scan is deleted. Comments keep the connection alive.',
  params: ScanParams,
  headers: EventsHeaders,
  response: {
    ...eventsAnswer('Events whose data is the scan, as it is answered when it is read.', 'scan.updated', ScanSchema),
    ...problemResponses('not_found', 'streams.full'),
  },
};

/** `GET /api/v2/scans/{id}/events` */
export function registerServeScanEvents(v2: FastifyInstance, deps: AppDeps, streams: Admission): void {
  v2.route<{ Params: ScanPath }>({
    method: 'GET',
    url: '/scans/:id/events',
    schema,
    onRequest: streams.enter,
    handler: async (request, reply) => {
      const { id } = request.params;
      const found = await findOwnScan(deps, request, id);
      const { ownerId } = getCaller(request);
      return sendEvents<Scan>(request, reply, found, {
        feed: deps.changes.scans,
        id,
        read: () => findScan(deps.scans, ownerId, id, deps.scans.now()),
        event: 'scan.updated',
        tagOf: ({ status }) => `${id}-${status}`,
        isFinished,
        render: (scan) => showScan(deps, request, scan),
      });
    },
  });
}
