import type { FastifyRequest } from 'fastify';
import type { Batch } from '../../../batches/batch.ts';
import { findBatch } from '../../../batches/find-batch.ts';
import { ServiceError } from '../../../errors/service-error.ts';
import type { AppDeps } from '../../app-deps.ts';
import { getCaller } from '../../authentication/authenticate.ts';

/**
 * Returns the caller's batch of this id.
 *
 * @throws ServiceError `not_found` for somebody else's as for none
 */
export async function findOwnBatch({ scans }: Pick<AppDeps, 'scans'>, request: FastifyRequest, id: number): Promise<Batch> {
  const batch = await findBatch(scans, getCaller(request).ownerId, id, scans.now());
  if (!batch) throw new ServiceError('not_found', 'Not found.');
  return batch;
}
