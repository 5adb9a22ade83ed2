import { Agent } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { type SpawnedServer, spawnServer } from '../../apps/server/acceptance/spawn-server.ts';
import type { Body } from '../service/picture-bodies.ts';
import { processorTimeOf } from '../service/process-figures.ts';
import { type Answer, sendRequest } from '../service/send-request.ts';

const token = 'token-of-the-full-disk-bench';

/** A service on a small disk. */
export type DiskService = {
  readonly server: SpawnedServer;
  readonly send: (method: string, path: string, body?: Body, headers?: Record<string, string>) => Promise<Answer>;
  readonly isAlive: () => boolean;
  /** Share of a core that all processes but the readers take for some seconds. */
  readonly measureLoad: () => Promise<number>;
};

const loadSeconds = 5;

/** Starts the service with its defaults and two readers. */
export async function startOnDisk(dataDirectory: string): Promise<DiskService> {
  const server = await spawnServer(dataDirectory, { OCR_WEB_TOKEN: token, OCR_WEB_READER_PROCESSES: '2' });
  const agent = new Agent({ keepAlive: true });
  const pid = server.process.pid as number;
  return {
    server,
    send: (method, path, body, headers) =>
      sendRequest(agent, method, `${server.url}${path}`, body, { authorization: `Token ${token}`, ...headers }),
    isAlive: () => server.process.exitCode === null && server.process.signalCode === null,
    measureLoad: async () => {
      const before = processorTimeOf(pid).main;
      await setTimeout(loadSeconds * 1000);
      return (processorTimeOf(pid).main - before) / (loadSeconds * 1000);
    },
  };
}
