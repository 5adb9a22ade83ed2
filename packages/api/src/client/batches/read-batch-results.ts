import type { BatchResultBody } from '../../schemas/v2/batch.ts';
import { readNdjson } from '../streams/line-streams.ts';
import { resumeStream } from '../streams/resume-stream.ts';
import type { CallOptions } from '../transport/resource-calls.ts';
import type { Transport } from '../transport/transport.ts';

export type BatchResultsOptions = CallOptions & {
  /** Index of the first file whose result is wanted. */
  readonly from?: number | undefined;
};

/**
 * Results of a batch in the order of its files, each as soon as it and all before it are done. The
 * service never ends a stream properly before it has sent all of them.
 */
export async function* readBatchResults(
  id: number,
  { from = 0, signal }: BatchResultsOptions,
  transport: Transport,
): AsyncGenerator<BatchResultBody, void, undefined> {
  let next = from;
  const open = async function* () {
    const headers = { accept: 'application/x-ndjson' };
    const chunks = transport.stream({ path: `/api/v2/batches/${id}/results`, query: { from: next }, headers, repeatable: true, signal });
    for await (const result of readNdjson<BatchResultBody>(chunks)) {
      next = result.index + 1;
      yield result;
    }
  };
  yield* resumeStream(open, transport, signal);
}
