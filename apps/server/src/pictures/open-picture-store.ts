import { join } from 'node:path';
import type { Config } from '../config/settings.ts';
import type { Keys } from '../crypto/open-keys.ts';
import { StartupError } from '../errors/startup-error.ts';
import { signPictureUrl } from './sign-picture-url.ts';
import type { ObjectStore } from './stores/object-store.ts';
import { openDiskStore } from './stores/open-disk-store.ts';
import { openMemoryStore } from './stores/open-memory-store.ts';
import type { S3Options } from './stores/open-s3-store.ts';

export type PictureStoreConfig = Pick<
  Config,
  | 'dataDirectory'
  | 's3Bucket'
  | 's3Endpoint'
  | 's3Region'
  | 's3AccessKeyId'
  | 's3SecretAccessKey'
  | 's3ForcePathStyle'
  | 's3ServerSideEncryption'
  | 'strict'
  | 'strictMemoryMib'
>;

/**
 * Opens the store that the settings name: a bucket in S3, a folder in the data folder, or
 * memory alone in strict mode. The
 * addresses of what is sealed lead to this service, since nobody else can open it.
 *
 * @throws StartupError `pictures.unusable` when the S3 server cannot be used
 */
export async function openPictureStore(
  config: PictureStoreConfig,
  { pictureSecret: secret, ring }: Pick<Keys, 'pictureSecret' | 'ring'>,
): Promise<ObjectStore> {
  if (config.strict) return openMemoryStore(secret, config.strictMemoryMib * 1_048_576);
  const options = toS3Options(config);
  if (!options) return await openDiskStore(join(config.dataDirectory, 'pictures'), secret);
  // A third of a second to load: only where it is used.
  const { openS3Store } = await import('./stores/open-s3-store.ts');
  try {
    const store = await openS3Store(options);
    const signedUrl: ObjectStore['signedUrl'] = async (key, signing) => await Promise.resolve(signPictureUrl(secret, key, signing));
    return ring.isSealing ? { ...store, signedUrl } : store;
  } catch (cause) {
    throw new StartupError('pictures.unusable', describeBucketRefusal(options, cause), { cause });
  }
}

/** Where the bucket is that the settings name; undefined where they name none. */
export function toS3Options(config: PictureStoreConfig): S3Options | undefined {
  if (config.s3Bucket === undefined) return undefined;
  const { s3Bucket: bucket, s3AccessKeyId: accessKeyId, s3SecretAccessKey: secretAccessKey, s3ServerSideEncryption: encryption } = config;
  return {
    bucket,
    endpoint: config.s3Endpoint,
    region: config.s3Region,
    credentials: accessKeyId === undefined || secretAccessKey === undefined ? undefined : { accessKeyId, secretAccessKey },
    forcePathStyle: config.s3ForcePathStyle,
    serverSideEncryption: encryption === 'none' ? undefined : encryption,
  };
}

/** A sentence for the operator: what is wrong, and what to do. */
export function describeBucketRefusal({ bucket, endpoint = 'Amazon S3' }: S3Options, cause: unknown): string {
  const { name, code, message, $metadata } = cause as Error & { code?: string; $metadata?: { httpStatusCode?: number } };
  const reason = $metadata?.httpStatusCode === 403 ? 'access is denied (403)' : (code ?? (message || name));
  const advice = 'Look at OCR_WEB_S3_ENDPOINT, OCR_WEB_S3_REGION and the access key; the key must be allowed to use the bucket.';
  return `The bucket ${bucket} on ${endpoint} cannot be used: ${reason}. ${advice}`;
}
