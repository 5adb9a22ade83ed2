import { randomUUID } from 'node:crypto';
import type { S3Options } from '../src/pictures/stores/open-s3-store.ts';
import { testMasterKey } from '../test/test-keys.ts';

/** The settings of a process whose data lies in a database and in a bucket of its own. */
export function serverSettings(databaseUrl: string, { endpoint, credentials }: S3Options): Readonly<Record<string, string>> {
  return {
    DATABASE_URL: databaseUrl,
    OCR_WEB_MASTER_KEY: testMasterKey,
    OCR_WEB_S3_ENDPOINT: endpoint as string,
    OCR_WEB_S3_BUCKET: `test-${randomUUID()}`,
    OCR_WEB_S3_ACCESS_KEY_ID: credentials?.accessKeyId as string,
    OCR_WEB_S3_SECRET_ACCESS_KEY: credentials?.secretAccessKey as string,
    OCR_WEB_S3_FORCE_PATH_STYLE: 'true',
  };
}
