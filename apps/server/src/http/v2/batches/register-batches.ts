import type { FastifyInstance } from 'fastify';
import type { Admissions } from '../../admission/create-admissions.ts';
import type { AppDeps } from '../../app-deps.ts';
import { registerCreateBatch } from './create-batch.ts';
import { registerDeleteBatch } from './delete-batch.ts';
import { registerListBatches } from './list-batches.ts';
import { registerReadBatch } from './read-batch.ts';
import { registerServeBatchEvents } from './serve-batch-events.ts';
import { registerServeBatchResults } from './serve-batch-results.ts';

/** What a body may be. Some systems have a name of their own for archives. */
const bodyTypes = ['multipart/form-data', 'application/zip', 'application/x-zip-compressed'];

/** Everything under `/api/v2/batches`. */
export function registerBatches(v2: FastifyInstance, deps: AppDeps, admissions: Admissions): void {
  v2.register((scope, _options, done) => {
    // Not parsed beforehand, which would hold all of it in memory.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(bodyTypes, (_request, body, parsed) => parsed(null, body));
    registerCreateBatch(scope, deps, admissions.batches);
    registerReadBatch(scope, deps);
    registerListBatches(scope, deps);
    registerDeleteBatch(scope, deps);
    registerServeBatchEvents(scope, deps, admissions.streams);
    registerServeBatchResults(scope, deps, admissions.streams);
    done();
  });
}
