import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { isStartupError, StartupError } from '../errors/startup-error.ts';
import { parseConfig } from './parse-config.ts';

const defaults = {
  host: '127.0.0.1',
  port: 8080,
  dataDirectory: resolve('.ocr-web'),
  databaseUrl: undefined,
  databaseConnections: 10,
  databaseStatementSeconds: 30,
  databaseLockSeconds: 10,
  databaseIdleTransactionSeconds: 30,
  s3Bucket: undefined,
  s3Endpoint: undefined,
  s3Region: 'us-east-1',
  s3AccessKeyId: undefined,
  s3SecretAccessKey: undefined,
  s3ForcePathStyle: false,
  s3ServerSideEncryption: 'none',
  role: 'all',
  token: undefined,
  publicUrl: undefined,
  trustProxy: false,
  logLevel: 'info',
  maxPictureBytes: 20_971_520,
  maxPicturePixels: 100_000_000,
  maxPages: 20,
  maxWaitingScans: 1000,
  maxConcurrentUploads: 32,
  maxWaitSeconds: 60,
  corsOrigins: [],
  rateLimit: 6000,
  rateLimitWindowSeconds: 60,
  wrongTokensPerMinute: 30,
  minUploadBytesPerSecond: 1000,
  uploadGraceSeconds: 10,
  readerProcesses: Math.min(availableParallelism(), 4),
  readerDeadlineSeconds: 20,
  readerMemoryMib: 1024,
  runtime: 'auto',
  visualZone: false,
  portrait: false,
  barcodes: false,
  jobAttempts: 5,
  encryption: 'on',
  masterKey: undefined,
  masterKeyFile: undefined,
  retentionHours: 24,
  maxRetentionHours: 168,
  pictureRetentionMinutes: 60,
  protectedNumbers: 'mask',
  auditRetentionDays: 400,
  strict: false,
  strictMemoryMib: 256,
  drainSeconds: 0,
  shutdownSeconds: 20,
  watchdogSeconds: 10,
  minFreeMib: 200,
  maxBatchFiles: 1000,
  maxBatchBytes: 1_073_741_824,
  maxConcurrentBatches: 4,
  maxWaitingBatchScans: 10_000,
  maxStreams: 256,
  webhookLimit: 10,
  webhookAllowPrivate: false,
  webhookTimeoutSeconds: 15,
  webhookFirstRetryMs: 5000,
  webhookRetrySeconds: 86_400,
  metricsPort: undefined,
  metricsHost: '127.0.0.1',
  tracesEndpoint: undefined,
  tracesRatio: 1,
};

test('without variables every setting has its default', () => {
  expect(parseConfig({})).toEqual(defaults);
});

test('an empty variable counts as missing, other variables are ignored', () => {
  expect(parseConfig({ OCR_WEB_PORT: '', OCR_WEB_TOKEN: '', PATH: '/bin' })).toEqual(defaults);
});

test('variables replace the defaults', () => {
  const environment = {
    OCR_WEB_HOST: '0.0.0.0',
    OCR_WEB_PORT: '9000',
    OCR_WEB_DATA_DIR: '/var/lib/ocr-web',
    OCR_WEB_TOKEN: 'twenty-characters-ok',
    OCR_WEB_PUBLIC_URL: 'https://ocr.example.org/base/',
    OCR_WEB_TRUST_PROXY: 'true',
    OCR_WEB_LOG_LEVEL: 'debug',
    OCR_WEB_MAX_PICTURE_BYTES: '2048',
    OCR_WEB_RETENTION_HOURS: '48',
  };
  expect(parseConfig(environment)).toEqual({
    ...defaults,
    host: '0.0.0.0',
    port: 9000,
    dataDirectory: '/var/lib/ocr-web',
    token: 'twenty-characters-ok',
    publicUrl: 'https://ocr.example.org/base',
    trustProxy: true,
    logLevel: 'debug',
    maxPictureBytes: 2048,
    retentionHours: 48,
  });
});

test('every wrong variable is named with what is valid, and a token is not repeated', () => {
  const environment = {
    OCR_WEB_PORT: '80a',
    OCR_WEB_TOKEN: 'nineteen-characters',
    OCR_WEB_PUBLIC_URL: 'ftp://example.org',
    OCR_WEB_TRUST_PROXY: 'yes',
    OCR_WEB_LOG_LEVEL: 'loud',
    OCR_WEB_RETENTION_HOURS: '0',
    OTEL_TRACES_SAMPLER_ARG: '1.5',
  };
  const error = (() => {
    try {
      return parseConfig(environment);
    } catch (thrown) {
      return thrown;
    }
  })();
  expect(isStartupError(error) && { code: error.code, lines: error.message.split('\n') }).toEqual({
    code: 'config.invalid',
    lines: [
      'OCR_WEB_PORT must be a whole number from 0 to 65535, not "80a"',
      'OCR_WEB_TOKEN must be 20 to 200 printable ASCII characters without spaces: "openssl rand -hex 20" makes one; left out, the first start makes one and prints it',
      'OCR_WEB_PUBLIC_URL must be an address such as https://ocr.example.org, not "ftp://example.org"',
      'OCR_WEB_TRUST_PROXY must be true or false, not "yes"',
      'OCR_WEB_LOG_LEVEL must be one of debug, info, warn, error, silent, not "loud"',
      'OCR_WEB_RETENTION_HOURS must be a whole number from 1 to 87600, not "0"',
      'OTEL_TRACES_SAMPLER_ARG must be a number from 0 to 1, not "1.5"',
    ],
  });
});

test.each([
  [{ OCR_WEB_ROLE: 'api' }, 'OCR_WEB_ROLE is api, which needs DATABASE_URL: only one process can use the database in the data folder'],
  [{ OCR_WEB_S3_ENDPOINT: 'http://s3.test' }, 'OCR_WEB_S3_BUCKET is missing: the other settings of S3 do nothing without it'],
  [
    { OCR_WEB_S3_BUCKET: 'b', OCR_WEB_S3_ACCESS_KEY_ID: 'key' },
    'OCR_WEB_S3_ACCESS_KEY_ID and OCR_WEB_S3_SECRET_ACCESS_KEY belong together: set both or none',
  ],
  [{ DATABASE_URL: 'mysql://user:password@host/db' }, 'DATABASE_URL must be an address such as postgresql://user@host:5432/database'],
])('%o contradict each other or are incomplete', (environment, sentence) => {
  expect(() => parseConfig(environment)).toThrow(new StartupError('config.invalid', sentence));
});

test('origins are taken exactly as browsers write them', () => {
  const { corsOrigins } = parseConfig({ OCR_WEB_CORS_ORIGINS: 'https://desk.example.org, http://localhost:5173,' });
  expect(corsOrigins).toEqual(['https://desk.example.org', 'http://localhost:5173']);
});

test.each([
  '*',
  'null',
  'https://*.example.org',
  'https://a.example/',
  'https://a.example/desk',
  'HTTPS://a.example',
  'https://a.example:443',
  'a.example',
  'file:///a',
])('no origin: %s', (text) => {
  expect(() => parseConfig({ OCR_WEB_CORS_ORIGINS: `https://b.example,${text}` })).toThrow('OCR_WEB_CORS_ORIGINS must be origins such as');
});

test.each([
  [{ OCR_WEB_RETENTION_HOURS: '200' }, 'OCR_WEB_RETENTION_HOURS is 200, longer than OCR_WEB_MAX_RETENTION_HOURS (168)'],
  [
    { OCR_WEB_STRICT: 'true', OCR_WEB_S3_BUCKET: 'pictures' },
    'OCR_WEB_STRICT keeps pictures in the memory of one process, which DATABASE_URL and OCR_WEB_S3_BUCKET contradict',
  ],
  [
    { OCR_WEB_DATA_DIR: '/data', OCR_WEB_MASTER_KEY_FILE: '/data/keys/master.key' },
    'OCR_WEB_MASTER_KEY_FILE is in the data folder /data: a copy of the folder would open itself',
  ],
  [{ OCR_WEB_MASTER_KEY: 'secret' }, 'OCR_WEB_MASTER_KEY must be 32 bytes in base64: "openssl rand -base64 32" makes one'],
])('%j contradicts itself or the rest', (environment, message) => {
  expect(() => parseConfig(environment)).toThrow(new StartupError('config.invalid', message));
});
