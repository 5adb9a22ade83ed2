import { rm } from 'node:fs/promises';
import { afterAll, beforeAll } from 'vitest';
import { parseConfig } from '../src/config/parse-config.ts';
import { createLogger } from '../src/observability/create-logger.ts';
import type { Reader } from '../src/start/open-reader.ts';
import { startServer } from '../src/start/start-server.ts';
import { prepareDataDirectory } from './prepare-data-directory.ts';
import { specimenReading } from './specimen-reading.ts';
import { storageFor } from './test-storage.ts';
import { onePixelPng } from './uploads/pictures.ts';

export const testToken = 'token-of-the-unit-tests';

export type TestServer = {
  readonly url: string;
  readonly directory: string;
  /** Every line that was logged. */
  readonly log: readonly string[];
  /** Sends a request with the token, unless other headers are given. */
  readonly request: (path: string, init?: RequestInit) => Promise<Response>;
  readonly stop: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

export type TestServerOptions = {
  readonly environment?: Readonly<Record<string, string>>;
  /**
   * How pictures are read here; finds nothing unless said otherwise. The acceptance tests use the
   * real reader.
   */
  readonly read?: Reader['read'];
  /** How pictures are drawn here; the PNG of one pixel unless said otherwise. */
  readonly draw?: Reader['draw'];
};

const findNothing: Reader['read'] = () => Promise.resolve({ ...specimenReading(), zones: [] });

const drawPixel: Reader['draw'] = () => Promise.resolve(onePixelPng);

/** Starts the whole service in this process, on a free port and a folder of its own. */
export async function startTestServer({
  environment = {},
  read = findNothing,
  draw = drawPixel,
}: TestServerOptions = {}): Promise<TestServer> {
  const directory = await prepareDataDirectory();
  const storage = await storageFor(directory);
  const config = parseConfig({
    ...storage,
    OCR_WEB_PORT: '0',
    OCR_WEB_DATA_DIR: directory,
    OCR_WEB_TOKEN: testToken,

    ...environment,
  });
  const log: string[] = [];
  const logger = createLogger('debug', { write: (line) => void log.push(line) });
  const server = await startServer(config, logger, () => Promise.resolve({ read, draw, close: () => Promise.resolve() }));
  return {
    url: server.url,
    directory,
    log,
    request: (path, init = {}) => fetch(`${server.url}${path}`, { headers: { authorization: `Token ${testToken}` }, ...init }),
    stop: server.stop,
    remove: () => server.stop().then(() => rm(directory, { recursive: true })),
  };
}

/** The server of a file of tests: started before its first test, removed after its last. */
export function useTestServer(options: TestServerOptions = {}): Omit<TestServer, 'stop' | 'remove'> {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(options);
  }, 120_000);
  afterAll(() => server.remove(), 60_000);
  return {
    get url() {
      return server.url;
    },
    get directory() {
      return server.directory;
    },
    get log() {
      return server.log;
    },
    request: (path, init) => server.request(path, init),
  };
}
