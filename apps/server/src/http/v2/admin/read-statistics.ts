import { Statistics, type StatisticsBody, type StatisticsParameters, StatisticsQuery } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import { readOperationStatus } from '../../../statistics/read-operation-status.ts';
import { readWebhookStatus } from '../../../statistics/read-webhook-status.ts';
import { summariseActivity } from '../../../statistics/summarise-activity.ts';
import type { AppDeps } from '../../app-deps.ts';
import { problemResponses } from '../problem-responses.ts';

const schema = {
  operationId: 'readStatistics',
  tags: ['Operation'],
  summary: 'See how the service does',
  description:
    'What waits, what ended and how, how long it took, which hints were given, what is stored, and what failed. Counts are kept by minutes for a day and by hours for a quarter; nothing of them says who was read.',
  querystring: StatisticsQuery,
  response: { 200: Statistics, ...problemResponses('field.invalid') },
};

/** `GET /api/v2/admin/statistics` */
export function registerReadStatistics(admin: FastifyInstance, { scans, activity, config }: AppDeps): void {
  admin.route<{ Querystring: StatisticsParameters }>({
    method: 'GET',
    url: '/admin/statistics',
    schema,
    handler: async (request): Promise<StatisticsBody> => {
      const { sql, retention } = scans;
      const now = scans.now();
      // What was counted since the last write.
      await activity.flush();
      return {
        object: 'statistics',
        ...(await summariseActivity(sql, request.query.range ?? 'day', now)),
        ...(await readOperationStatus(sql, config.dataDirectory, retention.dataMs, now)),
        ...(await readWebhookStatus(sql)),
      };
    },
  });
}
