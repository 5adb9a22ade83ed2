import { setting } from './setting.ts';
import { parseInteger } from './value-parsers.ts';

/** What keeps one client from taking the service away from the others. */
export const accessSettings = {
  rateLimit: setting({
    env: 'OCR_WEB_RATE_LIMIT',
    doc: 'Requests that one token may send in a window. Beyond that the answer is 429 with `Retry-After`; `RateLimit` says what is left. `0` sets no limit.',
    fallback: '6000',
    parse: parseInteger(0, 1_000_000_000),
  }),
  rateLimitWindowSeconds: setting({
    env: 'OCR_WEB_RATE_LIMIT_WINDOW_SECONDS',
    doc: 'Length of that window in seconds. It starts with the first request of the token.',
    fallback: '60',
    parse: parseInteger(1, 86_400),
  }),
  wrongTokensPerMinute: setting({
    env: 'OCR_WEB_WRONG_TOKENS_PER_MINUTE',
    doc: 'Wrong tokens that are looked at from one address (of IPv6: one /64 network) in a minute. Beyond that they get 429 with `Retry-After`; a right token from there works all the same. `0` sets no limit.',
    fallback: '30',
    parse: parseInteger(0, 1_000_000),
  }),
  minUploadBytesPerSecond: setting({
    env: 'OCR_WEB_MIN_UPLOAD_BYTES_PER_SECOND',
    doc: 'Least rate of an upload. One that falls behind it is cut with 408 when another one wants its place; while there are free places nobody is cut. `0` sets no rate.',
    fallback: '1000',
    parse: parseInteger(0, 1_000_000_000),
  }),
  uploadGraceSeconds: setting({
    env: 'OCR_WEB_UPLOAD_GRACE_SECONDS',
    doc: 'By how many seconds an upload may fall behind that rate.',
    fallback: '10',
    parse: parseInteger(0, 1800),
  }),
} as const;
