import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { childrenOf } from '../../acceptance/children-of.ts';
import { type SpawnedServer, spawnServer } from '../../acceptance/spawn-server.ts';
import { freePort } from '../../test/servers/free-port.ts';
import { signalProcesses } from './signal-processes.ts';

/**
 * A process of the service that is started again whenever it ends, as systemd or Kubernetes does.
 */
export type RunningProcess = {
  /** Where it listens while it runs. */
  readonly url: string;
  /** The supervisor, or undefined while it is being started. */
  readonly supervisor: () => number | undefined;
  /** Ends it for good, in order. */
  readonly close: () => Promise<void>;
};

/** Between the end and the next start, milliseconds. */
const restartDelayMs = 300;

/** Starts a process of the service. Resolves when it listens for the first time. */
export async function keepRunning(dataDirectory: string, environment: Readonly<Record<string, string>>): Promise<RunningProcess> {
  const port = await freePort();
  let server: SpawnedServer | undefined = await start();
  const closing = new AbortController();
  const ended = run();
  async function start(): Promise<SpawnedServer> {
    return await spawnServer(dataDirectory, { ...environment, OCR_WEB_PORT: String(port) });
  }
  async function run(): Promise<void> {
    while (!closing.signal.aborted) {
      if (server && server.process.exitCode === null && server.process.signalCode === null) await once(server.process, 'exit');
      // What a supervisor leaves behind that was killed must not keep the port.
      server = undefined;
      if (closing.signal.aborted) return;
      await setTimeout(restartDelayMs);
      // It fails while database or store are gone, and is tried again.
      server = await start().catch(() => undefined);
    }
  }
  return {
    url: `http://127.0.0.1:${port}`,
    supervisor: () => server?.process.pid,
    close: async () => {
      closing.abort();
      await server?.end('SIGTERM');
      await ended;
      // A start that was under way when it was closed.
      await (server as SpawnedServer | undefined)?.end('SIGTERM');
    },
  };
}

/**
 * The service under a supervisor, and the readers under that; fewer while they are being started.
 */
export function processTree(supervisor: number): {
  readonly service: number | undefined;
  readonly readers: readonly number[];
  readonly all: readonly number[];
} {
  const [service] = childrenOf(supervisor);
  const readers = service === undefined ? [] : childrenOf(service);
  return { service, readers, all: [supervisor, ...(service === undefined ? [] : [service]), ...readers] };
}

/** Kills all of a process at once. */
export const killTree = (supervisor: number): void => signalProcesses(processTree(supervisor).all, 'SIGKILL');
