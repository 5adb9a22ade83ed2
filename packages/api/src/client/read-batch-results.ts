import type { BatchResultBody } from '../schemas/v2/batch.ts';
import { readNdjson } from './read-ndjson.ts';
import { resumeStream } from './resume-stream.ts';
import type { Transport } from './transport.ts';

export type BatchResultsOptions = {
  /** Index of the first file whose result is wanted. */
  readonly from?: number | undefined;
  readonly signal?: AbortSignal | undefined;
};

/** Results of a batch in the order of its files, each as soon as it and all before it are done. The service breaks a stream off that does not hold all. */
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
