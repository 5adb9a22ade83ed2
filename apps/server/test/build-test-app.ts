import type { FastifyInstance, RouteOptions } from 'fastify';
import type { AuditEvent } from '../src/audit/audit-event.ts';
import { recordAuditEvents } from '../src/audit/record-audit-event.ts';
import { decrementPending } from '../src/batches/decrement-pending.ts';
import { parseConfig } from '../src/config/parse-config.ts';
import type { AppDeps } from '../src/http/app-deps.ts';
import { buildApp } from '../src/http/build-app.ts';
import { createMetrics } from '../src/metrics/create-metrics.ts';
import { openChangeFeeds } from '../src/notifications/open-change-feeds.ts';
import { createOutboundPolicy } from '../src/outbound/outbound-policy.ts';
import type { ObjectStore } from '../src/pictures/stores/object-store.ts';
import { openMemoryStore } from '../src/pictures/stores/open-memory-store.ts';
import { FinishedScans } from '../src/scans/processing/finished-scans.ts';
import { openActivityRecorder } from '../src/statistics/open-activity-recorder.ts';
import { openTokenRegistry } from '../src/tokens/registry/open-token-registry.ts';
import type { TestDatabase } from './open-test-database.ts';
import { testKeys, testRetention } from './test-keys.ts';

export type TestAppOptions = {
  readonly store?: ObjectStore;
  /** What picture addresses are signed with. */
  readonly pictureSecret?: Uint8Array;
  /** The database's own unless said otherwise. */
  readonly tokens?: AppDeps['tokens'];
  readonly metrics?: AppDeps['metrics'];
  readonly onRoute?: (route: RouteOptions) => void;
  readonly checkReadiness?: AppDeps['checkReadiness'];
  /** Of the built page; there is none unless said otherwise. */
  readonly pageDirectory?: string;
  readonly environment?: Readonly<Record<string, string>>;
};

const isReady: AppDeps['checkReadiness'] = () =>
  Promise.resolve({ status: 'ready', checks: { database: 'ok', pictures: 'ok', space: 'ok' } });

/** Builds the HTTP service on a real database, without a socket and without workers. */
export async function buildTestApp(
  { database, jobs, logger }: Pick<TestDatabase, 'database' | 'jobs' | 'logger'>,
  options: TestAppOptions = {},
): Promise<FastifyInstance> {
  const { pictureSecret = new Uint8Array(32), store = openMemoryStore(pictureSecret), checkReadiness = isReady, onRoute } = options;
  const { pageDirectory = '/nonexistent' } = options;
  const deps = {
    config: parseConfig(options.environment ?? {}),
    tokens: options.tokens ?? (await openTokenRegistry(database, logger)),
    takePermits: undefined,
    scans: {
      sql: database.sql,
      ...testKeys,
      now: database.now,
      store,
      jobs,
      onFinished: decrementPending(testKeys.keys),
      maxWaitingScans: 10,
      isAlone: () => true,
      retention: testRetention,
      pickUpMs: undefined,
    },
    webhooks: {
      sql: database.sql,
      now: database.now,
      keys: testKeys.keys,
      key: new Uint8Array(32),
      policy: createOutboundPolicy(false),
      limit: 3,
    },
    audit: (event: AuditEvent) => recordAuditEvents(database.relaxed, [event], database.now()),
    activity: openActivityRecorder(database, logger),
    metrics: options.metrics ?? createMetrics(),
    changes: await openChangeFeeds(database),
    finished: new FinishedScans(),
    draw: () => Promise.reject(new Error('nothing is drawn here')),
    pictureSecret,
    isSpaceLow: () => false,
    pageDirectory,
    checkReadiness,
    logger,
  };
  return buildApp(deps, onRoute);
}
