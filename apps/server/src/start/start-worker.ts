import { redactReading } from '@ocr-web/results';
import { decrementPending } from '../batches/decrement-pending.ts';
import type { Config } from '../config/settings.ts';
import { recoverAfterCrash } from '../maintenance/recover-after-crash.ts';
import { type MaintenanceDeps, runMaintenance } from '../maintenance/run-maintenance.ts';
import type { Metrics } from '../metrics/create-metrics.ts';
import { takeScan } from '../scans/processing/claim-scan.ts';
import type { Outcome } from '../scans/processing/finish-scan.ts';
import type { FinishedScans } from '../scans/processing/finished-scans.ts';
import { processScan, type ReadPicture, type ScanTimes } from '../scans/processing/process-scan.ts';
import { createReadAhead, type ReadAhead } from '../scans/processing/read-ahead.ts';
import { nameActivity } from '../statistics/name-activity.ts';
import type { ActivityRecorder } from '../statistics/open-activity-recorder.ts';
import { processTracedScan } from '../tracing/process-traced-scan.ts';
import type { Tracing } from '../tracing/tracing.ts';
import type { Reader } from './open-reader.ts';
import type { Storage } from './open-storage.ts';

/**
 * Time between two runs of the chores, which delete what has expired: in strict mode the least that
 * a queue knows.
 */
const maintenanceMinutes = { usual: 5, strict: 1 };

export type WorkerDeps = Pick<Storage, 'database' | 'store' | 'keys'> &
  Pick<MaintenanceDeps, 'jobs' | 'logger' | 'stopping'> & { readonly tracing: Tracing | undefined };

type Counting = { readonly finished: FinishedScans; readonly activity: ActivityRecorder; readonly metrics: Pick<Metrics, 'recordScan'> };

/**
 * Cleans up after the last run, then begins to read scans and to do the chores.
 *
 * @returns what begins to read a picture that is still being stored
 */
export async function startWorker(
  config: Config,
  { keys, ...storage }: WorkerDeps,
  reader: Reader,
  counting: Counting,
): Promise<ReadAhead['begin']> {
  const { database, store, jobs, tracing, logger } = storage;
  const chores = {
    ...storage,
    keys: keys.ring,
    retentionMs: config.retentionHours * 3_600_000,
    auditRetentionMs: config.auditRetentionDays * 86_400_000,
  };
  await recoverAfterCrash(chores);
  const ahead = createReadAhead(redactingReader(reader, config.protectedNumbers));
  const processing = {
    database,
    store,
    keys: keys.ring,
    logger,
    read: ahead.read,
    onFinished: decrementPending(keys.ring),
    finished: counting.finished,
    onOutcome: (outcome: Outcome, times: ScanTimes) => countScan(counting, outcome, times, database.now()),
    maxAttempts: config.jobAttempts,
    unreleased: new Map(),
  };
  await jobs.work(
    'read-scan',
    config.readerProcesses,
    (job, signal, row) =>
      tracing ? processTracedScan(tracing, processing, job, signal, row) : processScan(processing, job.scanId, signal, row),
    takeScan,
  );
  await jobs.work('maintenance', 1, () => runMaintenance(chores, database.now()));
  await jobs.schedule('maintenance', config.strict ? maintenanceMinutes.strict : maintenanceMinutes.usual);
  return ahead.begin;
}

/** Before anything is stored: what is not there cannot be lost. */
function redactingReader(reader: Reader, redaction: Config['protectedNumbers']): ReadPicture {
  if (redaction === 'keep') return reader.read.bind(reader);
  return async (bytes, options) => redactReading(await reader.read(bytes, options), redaction);
}

function countScan({ activity, metrics }: Counting, outcome: Outcome, times: ScanTimes, now: Date): void {
  const names = nameActivity(outcome, times);
  activity.record(names, now);
  metrics.recordScan(names, times);
}
