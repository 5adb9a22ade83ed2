import { Agent } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { type SpawnedServer, spawnServer } from '../../apps/server/acceptance/spawn-server.ts';
import type { Body } from '../harness/picture-bodies.ts';
import { processesOf, processorTimeOf } from '../harness/process-figures.ts';
import { createToken } from '../harness/run-token-command.ts';
import { type Answer, sendRequest } from '../harness/send-request.ts';

const token = 'token-of-the-full-disk-bench';

/** A service on a small disk. */
export type DiskService = {
  readonly server: SpawnedServer;
  /** Sends a request with the first token. Where none comes, the answer has the status 0. */
  readonly send: (method: string, path: string, body?: Body, headers?: Record<string, string>) => Promise<Answer>;
  /** Makes a token by the command line. Returns what went wrong, undefined where nothing did. */
  readonly makeToken: () => Promise<string | undefined>;
  readonly isAlive: () => boolean;
  /** Kills the service, not its supervisor. */
  readonly killService: () => void;
  /** Share of a core that all processes but the readers take for some seconds. */
  readonly measureLoad: () => Promise<number>;
};

const loadSeconds = 1.5;

/** Starts the service with two readers and these settings beside its defaults. */
export async function startOnDisk(dataDirectory: string, settings: Record<string, string>): Promise<DiskService> {
  const fixed = { OCR_WEB_TOKEN: token, OCR_WEB_READER_PROCESSES: '2', OCR_WEB_WEBHOOK_ALLOW_PRIVATE: 'true' };
  const server = await spawnServer(dataDirectory, { ...fixed, ...settings });
  const agent = new Agent({ keepAlive: true });
  const pid = server.process.pid as number;
  return {
    server,
    send: (method, path, body, headers) =>
      sendRequest(agent, method, `${server.url}${path}`, body, { authorization: `Token ${token}`, ...headers }).catch(() => ({
        status: 0,
        text: '',
      })),
    makeToken: () =>
      createToken(dataDirectory, 'another').then(
        () => undefined,
        (error: { stderr?: string }) => error.stderr?.trim() ?? String(error),
      ),
    isAlive: () => server.process.exitCode === null && server.process.signalCode === null,
    killService: () => {
      for (const service of processesOf(pid).main.slice(1)) process.kill(service, 'SIGKILL');
    },
    measureLoad: async () => {
      const before = processorTimeOf(pid).main;
      await setTimeout(loadSeconds * 1000);
      return (processorTimeOf(pid).main - before) / (loadSeconds * 1000);
    },
  };
}
