import { serverSettings } from '../../apps/server/cluster/server-settings.ts';
import { createPostgresDatabase } from '../../apps/server/test/servers/create-postgres-database.ts';
import { startPostgresServer } from '../../apps/server/test/servers/postgres-server.ts';
import { startS3Gateway } from '../../apps/server/test/servers/start-s3-gateway.ts';
import { processorTimeOf } from '../harness/process-figures.ts';

const stopSignals = ['SIGINT', 'SIGTERM'] as const;

/** A database and a store on this machine, for one service. */
export type BenchServers = {
  /** The settings of a process that uses them. */
  readonly settings: Readonly<Record<string, string>>;
  /** Processor time so far, milliseconds, of the database and of the store. */
  readonly processorTime: () => { readonly database: number; readonly store: number };
  readonly close: () => void;
};

/**
 * Starts a PostgreSQL server and Ceph's S3 gateway with the store behind it.
 *
 * @throws an Error that names the packages where they are missing
 */
export async function startServers(): Promise<BenchServers> {
  // A bench that is told to stop, or that fails, leaves nothing running.
  for (const signal of stopSignals) process.once(signal, () => process.exit(1));
  const database = await startPostgresServer();
  const closeDatabase = once(database.close);
  process.once('exit', closeDatabase);
  const store = await startS3Gateway();
  const stopStore = once(store.stop);
  process.once('exit', stopStore);
  const { url } = await createPostgresDatabase(database.url);
  const timeOf = (pid: number) => {
    const { main, readers } = processorTimeOf(pid);
    return main + readers;
  };
  return {
    settings: serverSettings(url, store.options),
    processorTime: () => ({
      database: timeOf(database.pid()),
      store: store.pids().reduce((sum, pid) => sum + timeOf(pid), 0),
    }),
    close: () => {
      stopStore();
      closeDatabase();
    },
  };
}

function once(run: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    run();
  };
}
