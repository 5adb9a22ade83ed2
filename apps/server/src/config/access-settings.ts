import { setting } from './setting.ts';
import { parseInteger, parseOrigins } from './value-parsers.ts';

/** Who may use the service, and what keeps one client from taking it away from the others. */
export const accessSettings = {
  corsOrigins: setting({
    env: 'OCR_WEB_CORS_ORIGINS',
    doc: 'Origins whose pages may use the API from browsers, such as `https://desk.example.org`, separated by commas. Each exactly as browsers send it; no pattern. Without it, browsers let no other origin. A page needs a token of its own, and whoever uses the page can read it.',
    fallback: '',
    parse: parseOrigins,
  }),
  rateLimit: setting({
    env: 'OCR_WEB_RATE_LIMIT',
    doc: 'Requests that one token may send in a window, unless it has a [limit of its own](tokens.md). Beyond that the answer is 429 with `Retry-After`; the `RateLimit` header tells what is left. `0` means no limit.',
    fallback: '6000',
    parse: parseInteger(0, 1_000_000_000),
  }),
  rateLimitWindowSeconds: setting({
    env: 'OCR_WEB_RATE_LIMIT_WINDOW_SECONDS',
    doc: "Length of that window in seconds. It starts with the token's first request, and holds over all processes.",
    fallback: '60',
    parse: parseInteger(1, 86_400),
  }),
  wrongTokensPerMinute: setting({
    env: 'OCR_WEB_WRONG_TOKENS_PER_MINUTE',
    doc: 'Wrong tokens accepted for checking from one address (in IPv6, one /64 network) in a minute. Further ones get 429 with `Retry-After`; valid tokens from that address still work. `0` means no limit.',
    fallback: '30',
    parse: parseInteger(0, 1_000_000),
  }),
  minUploadBytesPerSecond: setting({
    env: 'OCR_WEB_MIN_UPLOAD_BYTES_PER_SECOND',
    doc: 'Minimum rate of an upload. A slower one is ended with 408 when another upload needs its place, and never while places are free. `0` means no minimum.',
    fallback: '1000',
    parse: parseInteger(0, 1_000_000_000),
  }),
  uploadGraceSeconds: setting({
    env: 'OCR_WEB_UPLOAD_GRACE_SECONDS',
    doc: 'How many seconds an upload may fall behind that rate.',
    fallback: '10',
    parse: parseInteger(0, 1800),
  }),
} as const;
