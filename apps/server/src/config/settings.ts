import { availableParallelism } from 'node:os';
import { accessSettings } from './access-settings.ts';
import { dataDirectory } from './data-directory.ts';
import { setting } from './setting.ts';
import { parseBoolean, parseChoice, parseInteger, parsePort, parseText, parseToken, parseUrl } from './value-parsers.ts';
import { webhookSettings } from './webhook-settings.ts';

const mebibyte = 1024 * 1024;

/** Every setting of the service. The reference in docs/configuration.md is generated from this table. */
export const settings = {
  host: setting({
    env: 'OCR_WEB_HOST',
    doc: 'Address to listen on. `0.0.0.0` takes connections from everywhere; put TLS in front of it then.',
    fallback: '127.0.0.1',
    parse: parseText,
  }),
  port: setting({ env: 'OCR_WEB_PORT', doc: 'Port to listen on. `0` takes a free one and prints it.', fallback: '8080', parse: parsePort }),
  dataDirectory,
  token: setting({
    env: 'OCR_WEB_TOKEN',
    doc: 'The first token, of 20 to 200 characters. Without it the first start makes one and prints it once. Stored as a hash and never printed; once revoked it stays revoked.',
    fallback: '',
    parse: parseToken,
  }),
  publicUrl: setting({
    env: 'OCR_WEB_PUBLIC_URL',
    doc: 'Address under which clients reach the service, used in picture addresses. Without it the address of each request is used.',
    fallback: '',
    parse: parseUrl,
  }),
  trustProxy: setting({
    env: 'OCR_WEB_TRUST_PROXY',
    doc: 'Believe the `X-Forwarded-*` headers. Only behind a proxy that sets them.',
    fallback: 'false',
    parse: parseBoolean,
  }),
  logLevel: setting({
    env: 'OCR_WEB_LOG_LEVEL',
    doc: 'Least important level that is logged (JSON lines on standard error).',
    fallback: 'info',
    parse: parseChoice(['debug', 'info', 'warn', 'error', 'silent']),
  }),
  maxPictureBytes: setting({
    env: 'OCR_WEB_MAX_PICTURE_BYTES',
    doc: 'Largest picture in bytes. A request may be larger by what base64 adds.',
    fallback: String(20 * mebibyte),
    parse: parseInteger(1024, 512 * mebibyte),
  }),
  maxPicturePixels: setting({
    env: 'OCR_WEB_MAX_PICTURE_PIXELS',
    doc: 'Largest picture or page in pixels (width x height), checked before it is decoded. Pages of a PDF are drawn no larger.',
    fallback: '100000000',
    parse: parseInteger(10_000, 1_000_000_000),
  }),
  maxPages: setting({
    env: 'OCR_WEB_MAX_PAGES',
    doc: 'Most pages of a PDF or TIFF. A file with more ends as `ERR`; none of it is read.',
    fallback: '20',
    parse: parseInteger(1, 1000),
  }),
  maxWaitingScans: setting({
    env: 'OCR_WEB_MAX_WAITING_SCANS',
    doc: 'Scans that may wait for a reader. Beyond that, or beyond the [share](fairness.md) of the token, a create answers 429 with `Retry-After`.',
    fallback: '1000',
    parse: parseInteger(1, 1_000_000),
  }),
  maxConcurrentUploads: setting({
    env: 'OCR_WEB_MAX_CONCURRENT_UPLOADS',
    doc: 'Uploads that are taken in at the same time, since each is held in memory. Beyond that, or beyond the [share](fairness.md) of the token, a create answers 503 with `Retry-After`.',
    fallback: '32',
    parse: parseInteger(1, 10_000),
  }),
  maxBatchFiles: setting({
    env: 'OCR_WEB_MAX_BATCH_FILES',
    doc: 'Most files of a batch. One with more is refused as a whole.',
    fallback: '1000',
    parse: parseInteger(1, 10_000),
  }),
  maxBatchBytes: setting({
    env: 'OCR_WEB_MAX_BATCH_BYTES',
    doc: 'Largest batch in bytes: its request, and what an archive inflates to. An archive lies in the data folder while its files are taken out.',
    fallback: String(1024 * mebibyte),
    parse: parseInteger(1024, 64 * 1024 * mebibyte),
  }),
  maxConcurrentBatches: setting({
    env: 'OCR_WEB_MAX_CONCURRENT_BATCHES',
    doc: 'Batches that are taken in at the same time; of each one file is held in memory. Beyond that a create answers 503 with `Retry-After`.',
    fallback: '4',
    parse: parseInteger(1, 1000),
  }),
  maxWaitingBatchScans: setting({
    env: 'OCR_WEB_MAX_WAITING_BATCH_SCANS',
    doc: 'Files of batches that may wait for a reader before another batch answers 429, [shared](fairness.md) among tokens. They wait behind scans that come alone and do not count among those.',
    fallback: '10000',
    parse: parseInteger(1, 10_000_000),
  }),
  maxStreams: setting({
    env: 'OCR_WEB_MAX_STREAMS',
    doc: 'Streams of events and of results of batches that may be open at the same time. Beyond that a request for one answers 503 with `Retry-After`.',
    fallback: '256',
    parse: parseInteger(1, 100_000),
  }),
  maxWaitSeconds: setting({
    env: 'OCR_WEB_MAX_WAIT_SECONDS',
    doc: 'Longest time that `Prefer: wait=N` holds an answer back.',
    fallback: '60',
    parse: parseInteger(0, 3600),
  }),
  ...accessSettings,
  readerProcesses: setting({
    env: 'OCR_WEB_READER_PROCESSES',
    doc: 'Child processes that read pictures, one picture each at a time.',
    fallback: String(Math.min(availableParallelism(), 4)),
    fallbackDoc: 'one a core, at most 4',
    parse: parseInteger(1, 256),
  }),
  readerDeadlineSeconds: setting({
    env: 'OCR_WEB_READER_DEADLINE_SECONDS',
    doc: 'Longest time for one file with all its pages. A reader that takes longer is killed and its scan ends as `ERR`.',
    fallback: '20',
    parse: parseInteger(1, 600),
  }),
  readerMemoryMib: setting({
    env: 'OCR_WEB_READER_MEMORY_MIB',
    doc: 'Memory that one reading process may use, in MiB. One that needs more is killed and its scan ends as `ERR`.',
    fallback: '1024',
    parse: parseInteger(256, 65_536),
  }),
  jobAttempts: setting({
    env: 'OCR_WEB_JOB_ATTEMPTS',
    doc: 'How often a scan is tried again when the whole process dies while reading it. After that it ends as `ERR`.',
    fallback: '5',
    parse: parseInteger(1, 100),
  }),
  retentionHours: setting({
    env: 'OCR_WEB_RETENTION_HOURS',
    doc: 'After this time a scan is gone: picture, result and row. Its id answers 404 from then on.',
    fallback: '24',
    parse: parseInteger(1, 87_600),
  }),
  drainSeconds: setting({
    env: 'OCR_WEB_DRAIN_SECONDS',
    doc: 'Time between the signal to stop and the end of taking requests. `/readyz` answers 503 in it, so that a load balancer can look elsewhere.',
    fallback: '0',
    parse: parseInteger(0, 600),
  }),
  shutdownSeconds: setting({
    env: 'OCR_WEB_SHUTDOWN_SECONDS',
    doc: 'Longest time for each phase of a graceful stop: open requests, then running scans. What is not finished then is finished after the next start.',
    fallback: '20',
    parse: parseInteger(0, 600),
  }),
  watchdogSeconds: setting({
    env: 'OCR_WEB_WATCHDOG_SECONDS',
    doc: 'Longest time that the service may be stuck in one step. After that it logs where, ends and is started again. `0` never ends it, as a debugger needs it.',
    fallback: '10',
    parse: parseInteger(0, 3600),
  }),
  minFreeMib: setting({
    env: 'OCR_WEB_MIN_FREE_MIB',
    doc: 'Space that must be free on the disk of the data folder, in MiB. Below it uploads answer 507 and `/readyz` 503; reading and deleting go on. `0` looks at nothing.',
    fallback: '200',
    parse: parseInteger(0, 1_000_000_000),
  }),
  ...webhookSettings,
} as const;

/** The parsed settings, passed down from the entry point. */
export type Config = { readonly [Name in keyof typeof settings]: ReturnType<(typeof settings)[Name]['parse']> };
