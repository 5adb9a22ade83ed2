import type { Batch, BatchResult, Client } from '@ocr-web/api/client';
import { useEffect, useState } from 'preact/hooks';
import { explainError } from '../session/explain-error.ts';

/** A batch as it changes, and what has come of its files so far. */
export type FollowedBatch = {
  readonly batch: Batch | undefined;
  readonly results: readonly BatchResult[];
  readonly failure: string | undefined;
};

/** Follows a batch for as long as it is looked at: its counts, and each file once it is read. */
export function useBatch(client: Client, id: number): FollowedBatch {
  const [batch, setBatch] = useState<Batch>();
  const [results, setResults] = useState<readonly BatchResult[]>([]);
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const fail = (error: unknown) => signal.aborted || setFailure(explainError(error));
    const followCounts = async () => {
      for await (const next of client.batches.events(id, { signal })) setBatch(next);
    };
    const followResults = async () => {
      for await (const result of client.batches.results(id, { signal })) setResults((before) => [...before, result]);
    };
    // The stream of a finished batch may say nothing any more.
    client.batches.get(id, { signal }).then(setBatch).then(followCounts).catch(fail);
    followResults().catch(fail);
    return () => leaving.abort();
  }, [client, id]);
  return { batch, results, failure };
}
