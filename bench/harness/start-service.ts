import { mkdtemp, rm } from 'node:fs/promises';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SpawnedServer, spawnServer } from '../../apps/server/acceptance/spawn-server.ts';
import type { Body } from './picture-bodies.ts';
import { createToken } from './run-token-command.ts';
import { type Answer, sendRequest } from './send-request.ts';

/** Whoever holds one token. */
export type Client = {
  readonly send: (method: string, path: string, body?: Body, headers?: Record<string, string>) => Promise<Answer>;
};

export type Service = {
  readonly pid: number;
  readonly dataDirectory: string;
  /** One for each of its tokens. What one of them made the others cannot see. */
  readonly clients: readonly [Client, ...Client[]];
  /** Stops it by SIGTERM and removes its folder. */
  readonly close: () => Promise<void>;
};

/**
 * A token may send 100 requests a second by default, which is about what two readers read: so the
 * requests are spread over several.
 */
const tokenCount = 4;

/** Makes an empty folder for a service. */
export function makeDataDirectory(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'ocr-web-bench-'));
}

/**
 * Starts the service with its defaults. Only the number of readers is said, so that it is that of
 * the bare pool. What was compiled for another data folder does not count.
 */
export function spawnService(
  dataDirectory: string,
  readers: number,
  nodeOptions = '',
  settings: Record<string, string> = {},
): Promise<SpawnedServer> {
  const environment = {
    ...settings,
    NODE_COMPILE_CACHE: '',
    OCR_WEB_READER_PROCESSES: String(readers),
    ...(nodeOptions && { NODE_OPTIONS: nodeOptions }),
  };
  return spawnServer(dataDirectory, environment);
}

/**
 * Starts the service on a fresh folder, with several tokens, and with its defaults unless other
 * settings are named.
 */
export async function startService(readers: number, nodeOptions = '', settings: Record<string, string> = {}): Promise<Service> {
  const dataDirectory = await makeDataDirectory();
  const server = await spawnService(dataDirectory, readers, nodeOptions, settings);
  const kill = () => server.process.kill('SIGTERM');
  process.once('exit', kill);
  const agent = new Agent({ keepAlive: true });
  const makeClient = async (name: string): Promise<Client> => {
    const { token } = await createToken(dataDirectory, name, settings);
    return {
      send: (method, path, body, headers) =>
        sendRequest(agent, method, `${server.url}${path}`, body, { authorization: `Token ${token}`, ...headers }),
    };
  };
  const clients: [Client, ...Client[]] = [await makeClient('bench 1')];
  while (clients.length < tokenCount) clients.push(await makeClient(`bench ${clients.length + 1}`));
  return {
    pid: server.process.pid as number,
    dataDirectory,
    clients,
    close: async () => {
      process.off('exit', kill);
      agent.destroy();
      await server.end('SIGTERM');
      await rm(dataDirectory, { recursive: true });
    },
  };
}
