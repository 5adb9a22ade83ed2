import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Agent } from 'node:http';
import { type SpawnedServer, spawnServer } from '../../apps/server/acceptance/spawn-server.ts';
import { type Body, formBody } from '../harness/picture-bodies.ts';
import { memoryOf, processesOf } from '../harness/process-figures.ts';
import { createToken } from '../harness/run-token-command.ts';
import { type Answer, sendRequest } from '../harness/send-request.ts';
import { makeDataDirectory } from '../harness/start-service.ts';
import { type HealthWatch, watchHealth } from './watch-health.ts';

/** Whoever holds a token and means well. */
export type Caller = {
  readonly authorization: string;
  readonly send: (method: string, path: string, body?: Body, headers?: Record<string, string>) => Promise<Answer>;
};

/** A running service to be attacked. */
export type Target = {
  readonly port: number;
  readonly url: string;
  readonly dataDirectory: string;
  /** `Authorization` of the attacker. */
  readonly hostile: string;
  readonly honest: Caller;
  /** A further caller, with a token of its own. */
  readonly addCaller: (name: string) => Promise<Caller & { readonly id: string }>;
  readonly health: HealthWatch;
  readonly isAlive: () => boolean;
  /** MiB that are resident in all but the readers. */
  readonly memory: () => number;
  /**
   * Sends SIGTERM and waits for the end, for so many seconds at most. Returns the exit code, or
   * what ended it.
   */
  readonly stop: (limitSeconds: number) => Promise<number | string | null>;
};

const specimen = readFileSync(new URL('../../apps/server/assets/specimen-passport.png', import.meta.url));
/** The specimen passport, as a form of v1. */
export const specimenForm = formBody('picture_file', [['specimen.png', specimen]]);
/** The files of an honest batch. */
export const specimenBatch = (count: number) =>
  formBody(
    'file',
    Array.from({ length: count }, (_, index) => [`${index}.png`, specimen] as const),
  );

/**
 * Starts the service with its defaults on a fresh folder; only receivers of webhooks on this
 * machine are allowed beside them.
 */
export async function startTarget(): Promise<Target> {
  const dataDirectory = await makeDataDirectory();
  // Two processes, whatever the machine: the fewer readers, the easier they are held up.
  const server = await spawnServer(dataDirectory, { OCR_WEB_READER_PROCESSES: '2', OCR_WEB_WEBHOOK_ALLOW_PRIVATE: 'true' });
  const agent = new Agent({ keepAlive: true });
  const addCaller = async (name: string) => {
    const { id, token } = await createToken(dataDirectory, name);
    const authorization = `Token ${token}`;
    const send: Caller['send'] = (method, path, body, headers) =>
      sendRequest(agent, method, `${server.url}${path}`, body, { authorization, ...headers });
    return { id, authorization, send };
  };
  const [{ authorization: hostile }, honest] = [await addCaller('hostile'), await addCaller('honest')];
  const health = watchHealth(server.url, server.process.pid as number);
  return {
    port: Number(new URL(server.url).port),
    url: server.url,
    dataDirectory,
    hostile,
    honest,
    addCaller,
    health,
    isAlive: () => server.process.exitCode === null && server.process.signalCode === null,
    memory: () => memoryOf(processesOf(server.process.pid as number).main).now,
    stop: async (limitSeconds) => {
      await health.close();
      agent.destroy();
      const end = await endWithin(server, limitSeconds);
      await rm(dataDirectory, { recursive: true, force: true });
      return end;
    },
  };
}

async function endWithin(server: SpawnedServer, limitSeconds: number): Promise<number | string | null> {
  const members = processesOfLiving(server);
  const timer = setTimeout(() => {
    for (const pid of members) killQuietly(pid);
  }, limitSeconds * 1000);
  const end = await server.end('SIGTERM');
  clearTimeout(timer);
  return end;
}

function processesOfLiving({ process: { pid, exitCode } }: SpawnedServer): readonly number[] {
  return exitCode === null && pid !== undefined ? processesOf(pid).main : [];
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
