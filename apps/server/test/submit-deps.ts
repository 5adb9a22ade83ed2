import { decrementPending } from '../src/batches/decrement-pending.ts';
import type { ObjectStore } from '../src/pictures/stores/object-store.ts';
import type { SubmitScanDeps } from '../src/scans/submission/submit-scan.ts';
import type { TestDatabase } from './open-test-database.ts';
import { testKeys, testRetention } from './test-keys.ts';

/** What `submitScan` needs: a test's database, its jobs and its store. */
export function submitDeps({ database, jobs }: Pick<TestDatabase, 'database' | 'jobs'>, store: ObjectStore): SubmitScanDeps {
  return {
    sql: database.sql,
    ...testKeys,
    store,
    jobs,
    maxWaitingScans: 100,
    onFinished: decrementPending(testKeys.keys),
    now: () => new Date(),
    isAlone: () => true,
    retention: testRetention,
    pickUpMs: undefined,
  };
}
