import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
  type S3ClientConfig,
  type ServerSideEncryption,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { checkObjectKey, isObjectKey } from './object-key.ts';
import type { ObjectStore, StoredObject } from './object-store.ts';
import { openS3Shortcut } from './s3-shortcut.ts';
import { SigningHash } from './signing-hash.ts';

/** Where a bucket is, and how to get in. */
export type S3Options = {
  /** Address of a store that is not Amazon's. */
  readonly endpoint: string | undefined;
  readonly bucket: string;
  readonly region: string;
  /** Undefined: what the environment gives a process on Amazon's machines (role, profile). */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined;
  /** The bucket stands in the path, not in the host name. */
  readonly forcePathStyle: boolean;
  /** How the store encrypts what it keeps; undefined leaves that to the bucket. */
  readonly serverSideEncryption: 'AES256' | 'aws:kms' | undefined;
};

/**
 * A store that does not answer is to be noticed before a client gives up, also in the middle of an
 * object. (The client's `requestTimeout` only warns.) What the system holds of a body has gone: it
 * takes some megabytes at once, and nobody is told when they leave. So a connection that takes less
 * than some 200 kB/s may count as silent.
 */
const connectionMs = 3000;
const defaultSilenceMs = 20_000;
const maxAttempts = 3;
const maxConnections = 64;

/**
 * Opens a bucket of a store that speaks S3, and makes it where there is none.
 *
 * Requests are signed with Signature Version 4. A `put` that was answered is as durable as the
 * store makes it.
 *
 * @param maxSilenceMs an attempt ends when nothing has come or gone for so long
 * @throws the store's error: it cannot be reached, or refuses access
 */
export async function openS3Store(options: S3Options, { maxSilenceMs = defaultSilenceMs } = {}): Promise<ObjectStore> {
  const { bucket: Bucket, serverSideEncryption } = options;
  const client = createClient(options, maxSilenceMs);
  const encryption: { ServerSideEncryption?: ServerSideEncryption } =
    (serverSideEncryption && {
      ServerSideEncryption: serverSideEncryption,
    }) ||
    {};
  const check = async () => void (await client.send(new HeadBucketCommand({ Bucket })));
  await ensureBucket(client, Bucket);
  // For what has been tried once.
  const again = createClient(options, maxSilenceMs, { maxAttempts: maxAttempts - 1, requestHandler: client.config.requestHandler });
  const sendDirectly = await openS3Shortcut(again, Bucket);
  const headers = serverSideEncryption && { 'x-amz-server-side-encryption': serverSideEncryption };
  return {
    put: async (key, bytes) => {
      const Key = checkObjectKey(key);
      if (await sendDirectly({ method: 'PUT', key: Key, body: bytes, ...(headers && { headers }) })) return;
      await again.send(new PutObjectCommand({ Bucket, Key, Body: bytes, ...encryption }));
    },
    get: async (key) => (await sendDirectly({ method: 'GET', key: checkObjectKey(key) })) ?? (await readObject(again, Bucket, key)),
    signedUrl: async (key, { expiresInSeconds, now }) =>
      await getSignedUrl(client, new GetObjectCommand({ Bucket, Key: checkObjectKey(key) }), {
        expiresIn: expiresInSeconds,
        signingDate: now,
      }),
    delete: async (key) => void (await client.send(new DeleteObjectCommand({ Bucket, Key: key }))),
    list: () => listObjects(client, Bucket),
    check,
    close: () => Promise.resolve(client.destroy()),
  };
}

function createClient(
  { endpoint, region, credentials, forcePathStyle }: S3Options,
  maxSilenceMs = defaultSilenceMs,
  other: Partial<S3ClientConfig> = {},
): S3Client {
  return new S3Client({
    region,
    forcePathStyle,
    ...(endpoint !== undefined && { endpoint }),
    ...(credentials && { credentials }),
    maxAttempts,
    sha256: SigningHash,
    requestHandler: {
      connectionTimeout: connectionMs,
      socketTimeout: maxSilenceMs,
      httpsAgent: { maxSockets: maxConnections },
      httpAgent: { maxSockets: maxConnections },
    },
    // Other stores than Amazon's do not know the newer checksums; Signature Version 4 itself covers
    // the body.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...other,
  });
}

/**
 * Tells whether a bucket is there and may be used.
 *
 * @throws the store's error, as `openS3Store` does
 */
export async function isBucketMade(options: S3Options): Promise<boolean> {
  const client = createClient(options);
  try {
    return await hasBucket(client, options.bucket);
  } finally {
    client.destroy();
  }
}

async function ensureBucket(client: S3Client, Bucket: string): Promise<void> {
  if (!(await hasBucket(client, Bucket))) await client.send(new CreateBucketCommand({ Bucket }));
}

async function hasBucket(client: S3Client, Bucket: string): Promise<boolean> {
  try {
    await client.send(new HeadBucketCommand({ Bucket }));
    return true;
  } catch (error) {
    if (error instanceof NotFound) return false;
    throw error;
  }
}

async function readObject(client: S3Client, Bucket: string, Key: string): Promise<Uint8Array | undefined> {
  try {
    const { Body, $metadata } = await client.send(new GetObjectCommand({ Bucket, Key }));
    // Errors of the client carry it, and `isServerUnreachable` knows them by it.
    return await Body?.transformToByteArray().catch((error: unknown) => Promise.reject(Object.assign(error as Error, { $metadata })));
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}

async function* listObjects(client: S3Client, Bucket: string): AsyncGenerator<StoredObject> {
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket })) {
    for (const { Key: key = '', LastModified } of Contents)
      if (isObjectKey(key)) yield { key, modifiedAt: () => Promise.resolve(LastModified) };
  }
}
