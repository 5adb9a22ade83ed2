import { isOcrWebError } from '../ocr-web-error.ts';

const firstDelayMs = 500;
const maxDelayMs = 8_000;
/**
 * When the service asks for a longer wait, the request fails at once, and the caller finds the time
 * in `retryAfterMs`.
 */
const maxRetryAfterMs = 60_000;

const retryableStatus = new Set([429, 502, 503, 504]);

/**
 * How long to wait before a request is sent again, milliseconds: exponential backoff, half of it
 * random so that clients that failed together do not return together, and never less than the
 * service asked for. undefined when sending it again would not help.
 *
 * @param retries how often it was sent again before
 * @param random 0 to 1
 */
export function retryDelayMs(error: unknown, retries: number, random: number): number | undefined {
  if (!isOcrWebError(error)) return undefined;
  const isRetryable = error.status === undefined ? isUnanswered(error.code) : retryableStatus.has(error.status);
  if (!isRetryable) return undefined;
  const { retryAfterMs = 0 } = error;
  if (retryAfterMs > maxRetryAfterMs) return undefined;
  const ceiling = Math.min(firstDelayMs * 2 ** retries, maxDelayMs);
  return Math.max(retryAfterMs, ceiling / 2 + (random * ceiling) / 2);
}

function isUnanswered(code: string): boolean {
  return code === 'client.network' || code === 'client.timeout';
}
