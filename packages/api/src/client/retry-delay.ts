import { isOcrWebError } from './ocr-web-error.ts';

const firstDelayMs = 500;
const maxDelayMs = 8_000;
/** A service that asks for more patience than this gets none: the caller hears of it instead, with `retryAfterMs`. */
const maxRetryAfterMs = 60_000;

const retryableStatus = new Set([429, 502, 503, 504]);

/**
 * How long to wait before a request is sent again: twice as long each time, half of it by chance so that clients that failed together do
 * not come back together, and never less than the service asked for. undefined when sending it again would not help.
 *
 * @param retries how often it was sent again already
 * @param random 0 to 1
 */
export function retryDelayMs(error: unknown, retries: number, random: number): number | undefined {
  if (!isOcrWebError(error)) return undefined;
  const isWorth = error.status === undefined ? isSilence(error.code) : retryableStatus.has(error.status);
  if (!isWorth) return undefined;
  const { retryAfterMs = 0 } = error;
  if (retryAfterMs > maxRetryAfterMs) return undefined;
  const ceiling = Math.min(firstDelayMs * 2 ** retries, maxDelayMs);
  return Math.max(retryAfterMs, ceiling / 2 + (random * ceiling) / 2);
}

function isSilence(code: string): boolean {
  return code === 'client.network' || code === 'client.timeout';
}
