import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { EngineError } from '@ocr-web/reader';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { parseConfig } from '../src/config/parse-config.ts';
import type { Tables } from '../src/database/tables.ts';
import { createLogger } from '../src/observability/create-logger.ts';
import { startServer } from '../src/start/start-server.ts';
import { openTokenRegistry } from '../src/tokens/registry/open-token-registry.ts';
import { buildTestApp } from '../test/build-test-app.ts';
import { openTestDatabase } from '../test/open-test-database.ts';
import { prepareDataDirectory } from '../test/prepare-data-directory.ts';
import { freePort } from '../test/servers/free-port.ts';
import { specimenReading } from '../test/specimen-reading.ts';
import { startTestServer, testToken } from '../test/start-test-server.ts';
import { storageFor } from '../test/test-storage.ts';

export type Service = {
  readonly url: string;
  readonly authorization: { readonly authorization: string };
  /** Sends a request with the token, unless other headers are given. */
  readonly request: (path: string, init?: RequestInit) => Promise<Response>;
};

/** Services in the states in which each documented answer can be had. */
export type ContractServers = {
  /** As it comes, with the real reader; webhooks may be sent to this machine. */
  readonly main: Service;
  /** Its token has used up its rate limit. */
  readonly throttled: Service;
  /**
   * Takes 10 kB, one upload at a time and two files a batch. Whatever is sent shows the specimen,
   * and no drawing succeeds.
   */
  readonly narrow: Service;
  /** Takes one upload at a time, and gives the place of one that is not there yet to the next. */
  readonly hasty: Service;
  /** Its reader never ends. Takes one stream at a time. */
  readonly stuck: Service;
  /** Has less space than it wants to keep free. */
  readonly full: Service;
  /** Its database fails. */
  readonly broken: Service;
  /** Its database cannot be reached. */
  readonly unreachable: Service;
  readonly close: () => Promise<void>;
};

/** A specimen passport that the reader is sure of. */
export const specimenPicture = readFileSync(new URL('../assets/specimen-passport.png', import.meta.url));

/** The same with a drawn portrait and a signature. */
export const portraitPicture = readFileSync(new URL('../../../packages/reader-node/test/fixtures/portrait/passport.jpg', import.meta.url));

/** Where they are in `narrow`. */
const quad = [
  { x: 1, y: 1 },
  { x: 9, y: 1 },
  { x: 9, y: 9 },
  { x: 1, y: 9 },
] as const;
const specimenHolder = {
  portraits: [{ page: 0, kind: 'portrait', quad, faceShare: 0.8, confidence: 0.9 }],
  signatures: [{ page: 0, quad, confidence: 0.9 }],
} as const;

/** A key for signed addresses of `broken`. */
export const brokenPictureSecret = new Uint8Array(32).fill(7);

export async function startContractServers(): Promise<ContractServers> {
  const closers: (() => Promise<unknown>)[] = [];
  const main = await startRealServer(closers);
  const startOdd = async (options: Parameters<typeof startTestServer>[0]) => {
    const server = await startTestServer(options);
    closers.push(server.remove);
    return serviceAt(server.url);
  };
  const throttled = await startOdd({ environment: { OCR_WEB_RATE_LIMIT: '1', OCR_WEB_RATE_LIMIT_WINDOW_SECONDS: '86400' } });
  await throttled.request('/api/v1/tools/ocr/data/1/');
  const narrow = await startOdd({
    environment: {
      OCR_WEB_MAX_PICTURE_BYTES: '10000',
      OCR_WEB_MAX_CONCURRENT_UPLOADS: '1',
      OCR_WEB_MAX_CONCURRENT_BATCHES: '1',
      OCR_WEB_MAX_BATCH_FILES: '2',
      OCR_WEB_PORTRAIT: 'true',
    },
    read: () => Promise.resolve({ ...specimenReading(), ...specimenHolder }),
    draw: () => Promise.reject(new EngineError('engine.timeout', 'Drawing took too long.')),
  });
  const hasty = await startOdd({
    environment: { OCR_WEB_MAX_CONCURRENT_UPLOADS: '1', OCR_WEB_MAX_CONCURRENT_BATCHES: '1', OCR_WEB_UPLOAD_GRACE_SECONDS: '0' },
  });
  const stuck = await startOdd({
    environment: { OCR_WEB_SHUTDOWN_SECONDS: '0', OCR_WEB_MAX_STREAMS: '1' },
    read: () => new Promise(() => undefined),
  });
  const full = await startOdd({ environment: { OCR_WEB_MIN_FREE_MIB: '1000000000' } });
  return {
    main,
    throttled,
    narrow,
    hasty,
    stuck,
    full,
    broken: await startBrokenServer(closers),
    unreachable: await startUnreachableServer(closers),
    close: () => closeAll(closers),
  };
}

async function startRealServer(closers: (() => Promise<unknown>)[]): Promise<Service> {
  const directory = await prepareDataDirectory();
  const environment = {
    ...(await storageFor(directory)),
    OCR_WEB_PORT: '0',
    OCR_WEB_DATA_DIR: directory,
    OCR_WEB_TOKEN: testToken,
    OCR_WEB_WEBHOOK_ALLOW_PRIVATE: 'true',
    OCR_WEB_PORTRAIT: 'true',
  };
  const server = await startServer(parseConfig(environment), createLogger('silent', process.stderr));
  closers.push(async () => {
    await server.stop();
    await rm(directory, { recursive: true });
  });
  return serviceAt(server.url);
}

async function startBrokenServer(closers: (() => Promise<unknown>)[]): Promise<Service> {
  const opened = await openTestDatabase();
  const tokens = await openTokenRegistry(opened.database, opened.logger);
  const app = await buildTestApp(opened, {
    tokens: { ...tokens, find: failToFind },
    pictureSecret: brokenPictureSecret,
    checkReadiness: () => Promise.resolve({ status: 'not ready', checks: { database: 'failed', pictures: 'ok', space: 'ok' } }),
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  await opened.close();
  closers.push(() => app.close());
  return serviceAt(url);
}

/** Nobody listens where its database should be. */
async function startUnreachableServer(closers: (() => Promise<unknown>)[]): Promise<Service> {
  const opened = await openTestDatabase();
  const port = await freePort();
  const pool = new Pool({ host: '127.0.0.1', port });
  const database = { ...opened.database, sql: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }) };
  const tokens = await openTokenRegistry(opened.database, opened.logger);
  const find = () => {
    throw Object.assign(new Error(`connect ECONNREFUSED 127.0.0.1:${port}`), { code: 'ECONNREFUSED' });
  };
  const options = { tokens: { ...tokens, find }, pictureSecret: brokenPictureSecret };
  const app = await buildTestApp({ database, jobs: opened.jobs, logger: opened.logger }, options);
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  closers.push(async () => {
    await app.close();
    await opened.close();
  });
  return serviceAt(url);
}

/** Every operation with a token fails before it looks at anything else. */
function failToFind(): never {
  throw new Error('The database is gone.');
}

function serviceAt(url: string): Service {
  const authorization = { authorization: `Token ${testToken}` };
  return { url, authorization, request: (path, init = {}) => fetch(`${url}${path}`, { headers: authorization, ...init }) };
}

async function closeAll(closers: (() => Promise<unknown>)[]): Promise<void> {
  for (const close of closers.reverse()) await close();
}
