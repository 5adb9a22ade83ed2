import { availableParallelism } from 'node:os';
import { runtimeChoices } from '@ocr-web/reader-node';
import { accessSettings } from './access-settings.ts';
import { dataDirectory } from './data-directory.ts';
import { dataProtectionSettings } from './data-protection-settings.ts';
import { metricsSettings } from './metrics-settings.ts';
import { setting } from './setting.ts';
import { storageSettings } from './storage-settings.ts';
import { tracingSettings } from './tracing-settings.ts';
import { parseBoolean, parseChoice, parseInteger, parsePort, parseText, parseToken, parseUrl } from './value-parsers.ts';
import { webhookSettings } from './webhook-settings.ts';

const mebibyte = 1024 * 1024;

/**
 * Every setting of the service. The reference in docs/configuration.md is generated from this
 * table.
 */
export const settings = {
  host: setting({
    env: 'OCR_WEB_HOST',
    doc: 'Address to listen on. `0.0.0.0` accepts connections from everywhere; put TLS in front of it.',
    fallback: '127.0.0.1',
    parse: parseText,
  }),
  port: setting({ env: 'OCR_WEB_PORT', doc: 'Port to listen on. `0` picks a free one and prints it.', fallback: '8080', parse: parsePort }),
  dataDirectory,
  ...storageSettings,
  token: setting({
    env: 'OCR_WEB_TOKEN',
    doc: 'The first token, of 20 to 200 characters. Without it, the first start creates a token and prints it once. Stored as a hash and never printed; a revoked token stays revoked.',
    fallback: '',
    isSecret: true,
    parse: parseToken,
  }),
  publicUrl: setting({
    env: 'OCR_WEB_PUBLIC_URL',
    doc: 'Address under which clients reach the service, with its path if a proxy gives it one: addresses in answers, pages and documents follow it. Without it, the address of each request is used.',
    fallback: '',
    parse: parseUrl,
  }),
  trustProxy: setting({
    env: 'OCR_WEB_TRUST_PROXY',
    doc: 'Trust the `X-Forwarded-*` headers. Set it only behind a proxy that sets these headers.',
    fallback: 'false',
    parse: parseBoolean,
  }),
  logLevel: setting({
    env: 'OCR_WEB_LOG_LEVEL',
    doc: 'Lowest level that is logged (JSON lines on standard error).',
    fallback: 'info',
    parse: parseChoice(['debug', 'info', 'warn', 'error', 'silent']),
  }),
  maxPictureBytes: setting({
    env: 'OCR_WEB_MAX_PICTURE_BYTES',
    doc: 'Largest picture in bytes. A request may be larger by the overhead of base64.',
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
    doc: 'Most pages of a PDF or TIFF. A file with more pages ends as `ERR`, and none of it is read.',
    fallback: '20',
    parse: parseInteger(1, 1000),
  }),
  maxWaitingScans: setting({
    env: 'OCR_WEB_MAX_WAITING_SCANS',
    doc: "Most scans that wait for a reader. Beyond that, or beyond the token's [share](fairness.md), new scans are answered with 429 and `Retry-After`.",
    fallback: '1000',
    parse: parseInteger(1, 1_000_000),
  }),
  maxConcurrentUploads: setting({
    env: 'OCR_WEB_MAX_CONCURRENT_UPLOADS',
    doc: "Most uploads received at the same time; each is held in memory. Beyond that, or beyond the token's [share](fairness.md), uploads are answered with 503 and `Retry-After`.",
    fallback: '32',
    parse: parseInteger(1, 10_000),
  }),
  maxBatchFiles: setting({
    env: 'OCR_WEB_MAX_BATCH_FILES',
    doc: 'Most files in a batch. A batch with more is refused as a whole.',
    fallback: '1000',
    parse: parseInteger(1, 10_000),
  }),
  maxBatchBytes: setting({
    env: 'OCR_WEB_MAX_BATCH_BYTES',
    doc: 'Largest batch in bytes: the request, and what an archive inflates to. An archive is kept in the data folder while its files are extracted.',
    fallback: String(1024 * mebibyte),
    parse: parseInteger(1024, 64 * 1024 * mebibyte),
  }),
  maxConcurrentBatches: setting({
    env: 'OCR_WEB_MAX_CONCURRENT_BATCHES',
    doc: 'Most batches received at the same time; each holds one file in memory. Beyond that, batches are answered with 503 and `Retry-After`.',
    fallback: '4',
    parse: parseInteger(1, 1000),
  }),
  maxWaitingBatchScans: setting({
    env: 'OCR_WEB_MAX_WAITING_BATCH_SCANS',
    doc: 'Most files of batches that wait for a reader, [shared](fairness.md) among tokens; beyond that a new batch is answered with 429. They wait behind single scans and are not counted with them.',
    fallback: '10000',
    parse: parseInteger(1, 10_000_000),
  }),
  maxStreams: setting({
    env: 'OCR_WEB_MAX_STREAMS',
    doc: 'Most open streams of events and batch results. Beyond that, new streams are answered with 503 and `Retry-After`.',
    fallback: '256',
    parse: parseInteger(1, 100_000),
  }),
  maxWaitSeconds: setting({
    env: 'OCR_WEB_MAX_WAIT_SECONDS',
    doc: 'Longest time that `Prefer: wait=N` delays an answer.',
    fallback: '60',
    parse: parseInteger(0, 3600),
  }),
  ...accessSettings,
  readerProcesses: setting({
    env: 'OCR_WEB_READER_PROCESSES',
    doc: 'Child processes that read pictures, each one picture at a time.',
    fallback: String(Math.min(availableParallelism(), 4)),
    fallbackDoc: 'one a core, at most 4',
    parse: parseInteger(1, 256),
  }),
  readerDeadlineSeconds: setting({
    env: 'OCR_WEB_READER_DEADLINE_SECONDS',
    doc: 'Longest time for one file with all its pages. A reader that takes longer is killed, and its scan ends as `ERR`.',
    fallback: '20',
    parse: parseInteger(1, 600),
  }),
  readerMemoryMib: setting({
    env: 'OCR_WEB_READER_MEMORY_MIB',
    doc: 'Most memory of one reader process, in MiB. A reader that needs more is killed, and its scan ends as `ERR`.',
    fallback: '1024',
    parse: parseInteger(256, 65_536),
  }),
  visualZone: setting({
    env: 'OCR_WEB_VISUAL_ZONE',
    doc: 'Whether scans of v2 may ask for what is printed for people (`?visual=true`). A scan that does not ask costs nothing.',
    fallback: 'false',
    parse: parseBoolean,
  }),
  portrait: setting({
    env: 'OCR_WEB_PORTRAIT',
    doc: "Whether scans of v2 may ask where the holder's portrait and signature are (`?portrait=true`), with a token that has the scope `portrait`. A scan that does not ask costs nothing.",
    fallback: 'false',
    parse: parseBoolean,
  }),
  barcodes: setting({
    env: 'OCR_WEB_BARCODES',
    doc: 'Whether scans of v2 may ask for barcodes (`?barcodes=true`). A scan that does not ask costs nothing.',
    fallback: 'false',
    parse: parseBoolean,
  }),
  runtime: setting({
    env: 'OCR_WEB_RUNTIME',
    doc: 'What computes the networks: `onnxruntime-node`, native code for the usual platforms, or `wasm`, kernels in WebAssembly that run wherever Node does and read the same, more slowly. `auto` takes the first where it can be loaded. `ocr-web scan` heeds it too.',
    fallback: 'auto',
    parse: parseChoice(runtimeChoices),
  }),
  jobAttempts: setting({
    env: 'OCR_WEB_JOB_ATTEMPTS',
    doc: 'How many times a scan is tried when the whole service dies while reading it. After that it ends as `ERR`.',
    fallback: '5',
    parse: parseInteger(1, 100),
  }),
  ...dataProtectionSettings,
  drainSeconds: setting({
    env: 'OCR_WEB_DRAIN_SECONDS',
    doc: 'Delay between the stop signal and refusing requests. Meanwhile `/readyz` answers 503, so that load balancers stop sending requests.',
    fallback: '0',
    parse: parseInteger(0, 600),
  }),
  shutdownSeconds: setting({
    env: 'OCR_WEB_SHUTDOWN_SECONDS',
    doc: 'Longest time for each phase of a graceful stop: open requests, then running scans. Unfinished scans are read after the next start.',
    fallback: '20',
    parse: parseInteger(0, 600),
  }),
  watchdogSeconds: setting({
    env: 'OCR_WEB_WATCHDOG_SECONDS',
    doc: 'Longest time that the service may be blocked. After that it logs where, ends and is restarted. `0` turns this off, for debugging.',
    fallback: '10',
    parse: parseInteger(0, 3600),
  }),
  minFreeMib: setting({
    env: 'OCR_WEB_MIN_FREE_MIB',
    doc: "Minimum free space on the data folder's disk, in MiB. Below that, uploads are answered with 507 and `/readyz` with 503; reading and deleting continue. `0` turns the check off.",
    fallback: '200',
    parse: parseInteger(0, 1_000_000_000),
  }),
  ...webhookSettings,
  ...metricsSettings,
  ...tracingSettings,
} as const;

/** The parsed settings, passed down from the entry point. */
export type Config = { readonly [Name in keyof typeof settings]: ReturnType<(typeof settings)[Name]['parse']> };
