import { decrementPending } from './batches/decrement-pending.ts';
import type { Config } from './config/settings.ts';
import { recoverAfterCrash } from './maintenance/recover-after-crash.ts';
import { type MaintenanceDeps, runMaintenance } from './maintenance/run-maintenance.ts';
import type { Reader } from './open-reader.ts';
import type { Outcome } from './scans/finish-scan.ts';
import { processScan } from './scans/process-scan.ts';
import { nameActivity, type ScanTimes } from './statistics/name-activity.ts';
import type { ActivityRecorder } from './statistics/open-activity-recorder.ts';

/** Time between two runs of the chores. */
const maintenanceMinutes = 5;

/** Cleans up after the last run, then begins to read scans and to do the chores. */
export async function startWorker(config: Config, deps: MaintenanceDeps, reader: Reader, activity: ActivityRecorder): Promise<void> {
  const { database, store, jobs, logger } = deps;
  await recoverAfterCrash(deps);
  const onFinished = decrementPending;
  const processing = {
    database,
    store,
    logger,
    read: reader.read.bind(reader),
    onFinished,
    onOutcome: (outcome: Outcome, times: ScanTimes) => activity.record(nameActivity(outcome, times), database.now()),
    maxAttempts: config.jobAttempts,
    unreleased: new Map(),
  };
  await jobs.work('read-scan', config.readerProcesses, ({ scanId }, signal) => processScan(processing, scanId, signal));
  await jobs.work('maintenance', 1, () => runMaintenance(deps, database.now()));
  await jobs.schedule('maintenance', maintenanceMinutes);
}
