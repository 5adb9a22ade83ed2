import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { auditLogOf } from '../audit/audit-log.ts';
import { recordAuditEvents } from '../audit/record-audit-event.ts';
import { decrementPending } from '../batches/decrement-pending.ts';
import type { Config } from '../config/settings.ts';
import { createPermits } from '../fairness/take-permits.ts';
import { buildApp } from '../http/build-app.ts';
import { closeApp } from '../http/connection/close-app.ts';
import { listen } from '../http/connection/listen.ts';
import { checkReadiness } from '../http/service/check-readiness.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import type { Metrics } from '../metrics/create-metrics.ts';
import { openChangeFeeds } from '../notifications/open-change-feeds.ts';
import type { FinishedScans } from '../scans/processing/finished-scans.ts';
import type { ReadAhead } from '../scans/processing/read-ahead.ts';
import { retentionOf } from '../scans/retention.ts';
import type { ActivityRecorder } from '../statistics/open-activity-recorder.ts';
import { ensureFirstToken } from '../tokens/ensure-first-token.ts';
import { openTokenRegistry, type TokenRegistry } from '../tokens/registry/open-token-registry.ts';
import { openTokenSocket } from '../tokens/socket/token-socket.ts';
import { hashToken } from '../tokens/token-text.ts';
import type { Tracing } from '../tracing/tracing.ts';
import type { WebhookDeps } from '../webhooks/webhook.ts';
import type { Closers } from './closers.ts';
import type { Reader } from './open-reader.ts';
import type { Storage } from './open-storage.ts';
import { pageDirectory } from './page-directory.ts';
import { storageChecks } from './storage-checks.ts';

/** In strict mode: an answer that is lost on its way is asked for again within seconds. */
const pickUpMs = 60_000;

export type ApiDeps = Storage & {
  readonly jobs: JobQueue;
  readonly reader: Reader;
  /**
   * Begins to read a picture that is still being stored; undefined where this process reads none.
   */
  readonly readAhead: ReadAhead['begin'] | undefined;
  readonly webhooks: WebhookDeps;
  /** Scans that end in this process. */
  readonly finished: FinishedScans;
  readonly activity: ActivityRecorder;
  readonly metrics: Metrics;
  readonly tracing: Tracing | undefined;
  /** Aborts when the service begins to stop: it is not ready any more. */
  readonly stopping: AbortSignal;
  readonly logger: Logger;
};

/**
 * Starts to answer requests.
 *
 * @returns the address, and the first token where one was made
 */
export async function startApi(config: Config, deps: ApiDeps, closers: Closers): Promise<{ url: string; firstToken: string | undefined }> {
  const { database, store, keys, space, jobs, reader, readAhead, webhooks, finished, activity, metrics, tracing, stopping, logger } = deps;
  const changes = await openChangeFeeds(database);
  const tokens = await openTokens(config, deps, closers);
  const app = buildApp({
    config,
    tokens,
    takePermits: database.engine === 'postgres' ? createPermits(database.relaxed) : undefined,
    scans: {
      sql: database.sql,
      keys: keys.ring,
      indexOf: keys.indexOf,
      now: database.now,
      store,
      jobs,
      readAhead,
      onFinished: decrementPending(keys.ring),
      maxWaitingScans: config.maxWaitingScans,
      isAlone: () => tokens.countOwners() <= 1,
      retention: retentionOf(config),
      pickUpMs: config.strict ? pickUpMs : undefined,
    },
    webhooks,
    audit: (event) => recordAuditEvents(database.relaxed, [event], database.now()),
    activity,
    metrics,
    tracing,
    changes,
    finished,
    draw: reader.draw.bind(reader),
    pictureSecret: keys.pictureSecret,
    isSpaceLow: space.isLow,
    pageDirectory,
    checkReadiness: () => checkReadiness(storageChecks(deps), stopping.aborted),
    logger,
  });
  const url = await listen(app, config.host, config.port);
  closers.add('http', () => closeApp(app, changes.close, config.shutdownSeconds * 1000));
  // Last, since it can be shown only once: a start that fails must not have made it already.
  const firstToken = await ensureFirstToken(database, config.token);
  await tokens.reload();
  if (!existsSync(join(pageDirectory, 'index.html'))) logger.info('the page is not built; "npm run build:page" builds it');
  if (config.token !== undefined && !tokens.find(hashToken(config.token))) logger.warn('the token in OCR_WEB_TOKEN is revoked');
  return { url, firstToken };
}

/** What is changed through the socket holds for the requests at once. */
async function openTokens(config: Config, { database, store, keys, logger }: ApiDeps, closers: Closers): Promise<TokenRegistry> {
  const registry = await openTokenRegistry(database, logger);
  closers.add('tokens', registry.close);
  // The command line asks a database server itself; only the folder's database belongs to this
  // process alone.
  if (database.engine === 'sqlite')
    closers.add(
      'token socket',
      await openTokenSocket(
        {
          sql: database.sql,
          store,
          keys: keys.ring,
          auditLog: auditLogOf(database, keys.auditSecret),
          holdFile: database.holdFile,
          reload: registry.reload,
        },
        config.dataDirectory,
        logger,
      ),
    );
  return registry;
}
