import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { CreateBatchQuery } from '@ocr-web/api';
import type { FastifyRequest } from 'fastify';
import { Value } from 'typebox/value';
import { type BatchIntake, openBatchIntake } from '../../../batches/intake/batch-intake.ts';
import type { BatchLimits } from '../../../batches/intake/batch-limits.ts';
import { readFormFiles } from '../../../batches/intake/read-form-files.ts';
import { readZipFiles } from '../../../batches/intake/read-zip-files.ts';
import { spoolBody } from '../../../batches/intake/spool-body.ts';
import { type Submitted, submitBatch } from '../../../batches/submit-batch.ts';
import { mayBeStored } from '../../../errors/may-be-stored.ts';
import { ServiceError } from '../../../errors/service-error.ts';
import type { Retain } from '../../../scans/retention.ts';
import { withinScanQuota } from '../../../tokens/rights/scan-quota.ts';
import type { AppDeps } from '../../app-deps.ts';
import { getCaller, throwIfRevoked } from '../../authentication/authenticate.ts';
import { traceparentOf } from '../../observation/trace-requests.ts';

/** What a request for a batch says beside its files. */
export type BatchUpload = {
  readonly reference: string | null;
  readonly key: string | undefined;
  /** How long it is to be kept. */
  readonly retain: Retain;
};

/**
 * Takes a batch in from the body of a request, file by file as they arrive, and makes it when all
 * are stored. When this rejects, or the batch was there already, nothing is left of what arrived.
 *
 * @throws ServiceError for everything that makes a whole batch impossible; a single file becomes an
 *   item with its reason
 */
export async function receiveBatch(
  deps: Pick<AppDeps, 'config' | 'scans'>,
  request: FastifyRequest,
  upload: BatchUpload,
): Promise<Submitted> {
  const caller = getCaller(request);
  const { ownerId, tokenId } = caller;
  const limits = limitsOf(deps);
  const intake = openBatchIntake(deps.scans, ownerId, limits);
  let isNeeded = false;
  let isAsked = false;
  try {
    const reference = (await takeFiles(deps, request, limits, intake)) || upload.reference;
    await intake.settled();
    if (intake.files.length === 0) throw new ServiceError('field.invalid', 'Send one file or more.', { field: 'file' });
    const fingerprint = intake.takeFingerprint(reference);
    const traced = { traceparent: traceparentOf(request) };
    const now = deps.scans.now();
    const submission = {
      ownerId,
      actor: { token: tokenId },
      files: intake.files,
      reference,
      key: upload.key,
      retain: upload.retain,
      fingerprint,
      ...traced,
      now,
    };
    throwIfRevoked(request);
    const count = intake.files.filter((file) => 'stored' in file).length;
    const counted = { caller, count, key: upload.key, of: 'batches', now } as const;
    const submit = () => {
      isAsked = true;
      return submitBatch(deps.scans, submission);
    };
    const submitted = await withinScanQuota(deps.scans.sql, counted, submit, ({ replayed }) => !replayed);
    isNeeded = !submitted.replayed;
    return submitted;
  } catch (error) {
    // Where no answer came the batch may be there, and needs its files; if not, maintenance finds
    // them.
    isNeeded = isAsked && mayBeStored(error);
    throw error;
  } finally {
    if (!isNeeded) await intake.discard();
  }
}

function limitsOf({ config }: Pick<AppDeps, 'config'>): BatchLimits {
  return {
    maxBytes: config.maxPictureBytes,
    maxPixels: config.maxPicturePixels,
    maxFiles: config.maxBatchFiles,
    maxTotalBytes: config.maxBatchBytes,
  };
}

/** Returns the reference that a form carries. */
async function takeFiles(
  { config }: Pick<AppDeps, 'config'>,
  request: FastifyRequest,
  limits: BatchLimits,
  intake: BatchIntake,
): Promise<string | undefined> {
  const body = request.body as Readable | undefined;
  if (body === undefined) return undefined;
  if (!/^multipart\/form-data/i.test(request.headers['content-type'] ?? '')) {
    const spool = await spoolBody(body, join(config.dataDirectory, 'incoming'));
    try {
      for await (const file of readZipFiles(spool, limits)) await intake.take(file);
    } finally {
      await spool.close();
    }
    return undefined;
  }
  let reference: string | undefined;
  const onField = (name: string, value: string) => {
    if (name === 'reference') reference ??= value;
  };
  for await (const file of readFormFiles(body, request.headers['content-type'], limits, onField)) await intake.take(file);
  if (!Value.Check(CreateBatchQuery, { reference })) {
    throw new ServiceError('field.invalid', 'It must have at most 200 characters, none of them a control character.', {
      field: 'reference',
    });
  }
  return reference;
}
