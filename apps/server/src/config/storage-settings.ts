import { databaseSettings } from './database-settings.ts';
import { setting } from './setting.ts';
import { parseBoolean, parseChoice, parseOptionalText, parseText, parseUrl } from './value-parsers.ts';

/**
 * Where the data lies: in the data folder, or on servers that several processes share. A part of
 * the table in settings.ts.
 */
export const storageSettings = {
  ...databaseSettings,
  s3Bucket: setting({
    env: 'OCR_WEB_S3_BUCKET',
    doc: 'Bucket for the pictures, on a server that speaks S3. Made if missing. Without it, pictures are files in the data folder.',
    fallback: '',
    parse: parseOptionalText,
  }),
  s3Endpoint: setting({
    env: 'OCR_WEB_S3_ENDPOINT',
    doc: 'Address of the S3 server, such as `https://s3.example.org`. Without it, Amazon S3. With `OCR_WEB_ENCRYPTION=off` clients must reach it too: picture addresses lead there.',
    fallback: '',
    parse: parseUrl,
  }),
  s3Region: setting({ env: 'OCR_WEB_S3_REGION', doc: 'Region of the bucket.', fallback: 'us-east-1', parse: parseText }),
  s3AccessKeyId: setting({
    env: 'OCR_WEB_S3_ACCESS_KEY_ID',
    doc: 'Access key. Without it, the role or profile that Amazon gives the process.',
    fallback: '',
    parse: parseOptionalText,
  }),
  s3SecretAccessKey: setting({
    env: 'OCR_WEB_S3_SECRET_ACCESS_KEY',
    doc: 'Secret of the access key.',
    fallback: '',
    isSecret: true,
    parse: parseOptionalText,
  }),
  s3ForcePathStyle: setting({
    env: 'OCR_WEB_S3_FORCE_PATH_STYLE',
    doc: 'Put the bucket in the path of an address instead of its host name. Most servers other than Amazon need it.',
    fallback: 'false',
    parse: parseBoolean,
  }),
  s3ServerSideEncryption: setting({
    env: 'OCR_WEB_S3_SERVER_SIDE_ENCRYPTION',
    doc: 'Encryption that the S3 server is asked for. `none` leaves it to the bucket.',
    fallback: 'none',
    parse: parseChoice(['none', 'AES256', 'aws:kms']),
  }),
  role: setting({
    env: 'OCR_WEB_ROLE',
    doc: 'What this process does: `api` answers requests, `worker` reads pictures and delivers webhooks, `all` does both. `api` and `worker` need `DATABASE_URL`.',
    fallback: 'all',
    parse: parseChoice(['all', 'api', 'worker']),
  }),
} as const;
