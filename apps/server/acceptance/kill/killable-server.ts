import { setTimeout } from 'node:timers/promises';
import { childrenOf } from '../children-of.ts';
import { type SpawnedServer, spawnServer } from '../spawn-server.ts';

/** A service that is killed again and again. */
export type KillableServer = {
  /** Where it listens, or did before it was killed. */
  readonly url: () => string;
  /**
   * Kills supervisor, service and readers, all at once, and starts the service again. Resolves when
   * it listens.
   */
  readonly killAll: () => Promise<void>;
  /**
   * Kills the service alone, and waits until its supervisor has brought it back; or does what
   * `killAll` does when a supervisor may give up soon.
   */
  readonly killService: () => Promise<void>;
  /**
   * Kills everything, kills the next start as well so many milliseconds after it began, and starts
   * again.
   */
  readonly killWhileStarting: (afterMs: number) => Promise<void>;
  /** Kills everything and starts nothing. */
  readonly end: () => Promise<void>;
  /** Ends it in order. */
  readonly stop: () => Promise<void>;
};

/**
 * After so many restarts the delay of the next one makes it slow, and a fifth within a minute is
 * the last one.
 */
const maxRestarts = 3;

/** Starts the service on a data folder. Linux only: its processes are found in /proc. */
export async function startKillableServer(dataDirectory: string, environment: Record<string, string>): Promise<KillableServer> {
  let server = await spawnServer(dataDirectory, environment);
  let restarts = 0;
  const end = async () => {
    for (const pid of descendantsOf(server.process.pid!)) killProcess(pid);
    await server.end('SIGKILL');
  };
  const killAll = async () => {
    await end();
    server = await spawnServer(dataDirectory, environment);
    restarts = 0;
  };
  return {
    url: () => server.url,
    killAll,
    killService: async () => {
      if (restarts === maxRestarts) return await killAll();
      restarts += 1;
      const [service] = childrenOf(server.process.pid!);
      killProcess(service!);
      while (countStarts(server) <= restarts) {
        if (server.process.exitCode !== null) throw new Error(`the supervisor gave up: ${server.errors()}`);
        await setTimeout(10);
      }
    },
    killWhileStarting: async (afterMs) => {
      await end();
      await killStart(dataDirectory, environment, afterMs);
      server = await spawnServer(dataDirectory, environment);
      restarts = 0;
    },
    end,
    stop: async () => {
      const code = await server.end('SIGTERM');
      if (code !== 0) throw new Error(`the service ended with ${code}: ${server.errors()}`);
    },
  };
}

/** Starts the service and kills all of it, whether it listens by then or not. */
async function killStart(dataDirectory: string, environment: Record<string, string>, afterMs: number): Promise<void> {
  const others = childrenOf(process.pid);
  const started = spawnServer(dataDirectory, environment).then(
    (server) => server.end('SIGKILL'),
    // What the killed start has printed is of no interest.
    () => undefined,
  );
  await setTimeout(afterMs);
  for (const supervisor of childrenOf(process.pid).filter((pid) => !others.includes(pid))) {
    for (const pid of [supervisor, ...descendantsOf(supervisor)]) killProcess(pid);
  }
  await started;
}

const countStarts = (server: SpawnedServer) => server.output().split('OCR Web listens on ').length - 1;

function descendantsOf(pid: number): number[] {
  return childrenOf(pid).flatMap((child) => [child, ...descendantsOf(child)]);
}

function killProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
