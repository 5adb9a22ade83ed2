import { isEngineError } from '@ocr-web/reader';
import type { ReaderPool } from '@ocr-web/reader-node';

/** What became of an input. The last three are findings. */
export type Outcome = 'read' | 'refused' | 'too late' | 'too much memory' | 'crashed' | 'unforeseen' | 'stuck';

export type FedInput = { readonly outcome: Outcome; readonly milliseconds: number; readonly detail: string };

/**
 * Has a reader read an input and sorts what comes of it: a reading, a refusal with a reason, or a
 * reader that was ended at one of its limits are what is meant to happen. A decoder that ended the
 * process, an error that the reader does not know, and no end at all are findings.
 *
 * @param stuckAfterMs after this time something is wrong with the pool: its deadline is shorter
 */
export async function feedPool(pool: Pick<ReaderPool, 'read'>, bytes: Uint8Array, stuckAfterMs: number): Promise<FedInput> {
  const startedAt = performance.now();
  const { promise: stuck, resolve } = Promise.withResolvers<{ outcome: Outcome; detail: string }>();
  const timer = setTimeout(() => resolve({ outcome: 'stuck', detail: '' }), stuckAfterMs);
  const settled = pool.read(bytes).then(
    () => ({ outcome: 'read' as const, detail: '' }),
    (error) => ({ outcome: sortError(error), detail: String(error instanceof Error ? error.message : error) }),
  );
  const found = await Promise.race([settled, stuck]);
  clearTimeout(timer);
  return { ...found, milliseconds: performance.now() - startedAt };
}

function sortError(error: unknown): Outcome {
  if (!isEngineError(error)) return 'unforeseen';
  if (error.code.startsWith('picture.')) return 'refused';
  if (error.code === 'engine.timeout') return 'too late';
  if (/MiB of memory/.test(error.message)) return 'too much memory';
  return /unforeseen/.test(error.message) ? 'unforeseen' : 'crashed';
}
