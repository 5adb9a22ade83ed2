import type { Transport } from './transport.ts';

/**
 * Hands out the items of a stream that is opened anew when it breaks. What was handed out already is skipped by whoever opens it.
 * Every item that arrives shows that the service is well, so that only breaks without any item between them count as tries.
 *
 * @throws OcrWebError when it breaks more often than the client retries; the signal's reason
 */
export async function* resumeStream<Item>(
  open: () => AsyncIterable<Item>,
  { beforeRetry }: Transport,
  signal: AbortSignal | undefined,
): AsyncGenerator<Item, void, undefined> {
  for (let retries = 0; ; retries++) {
    try {
      for await (const item of open()) {
        retries = 0;
        yield item;
      }
      return;
    } catch (error) {
      await beforeRetry(error, retries, signal);
    }
  }
}
