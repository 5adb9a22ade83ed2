import type { Transport } from '../transport/transport.ts';

/**
 * Yields the items of a stream and opens it again when it breaks; `open` skips what was yielded
 * before. An item that arrives resets the count of attempts, since it shows that the service works.
 *
 * @throws OcrWebError when it breaks more often in a row than the client retries; the signal's
 *   reason
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
