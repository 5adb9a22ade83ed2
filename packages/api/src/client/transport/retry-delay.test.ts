import { expect, test } from 'vitest';
import { OcrWebError } from '../ocr-web-error.ts';
import { retryDelayMs } from './retry-delay.ts';

const busy = (retryAfterMs?: number) => new OcrWebError('uploads.full', '', { status: 503, retryAfterMs });

test('doubles up to eight seconds, between half of it and all of it by chance', () => {
  const delays = [0, 1, 2, 3, 4, 5, 50].map((retries) => [retryDelayMs(busy(), retries, 0), retryDelayMs(busy(), retries, 1)]);
  expect(delays).toEqual([
    [250, 500],
    [500, 1000],
    [1000, 2000],
    [2000, 4000],
    [4000, 8000],
    [4000, 8000],
    [4000, 8000],
  ]);
});

test('what was asked for is the least', () => {
  expect([0, 100, 5_000, 60_000, 60_001].map((ms) => retryDelayMs(busy(ms), 0, 0))).toEqual([250, 250, 5_000, 60_000, undefined]);
});

test('tries again after silence and after the statuses that pass, and after nothing else', () => {
  const statuses = [400, 404, 408, 429, 500, 501, 502, 503, 504].filter((status) =>
    retryDelayMs(new OcrWebError('x', '', { status }), 0, 0),
  );
  expect(statuses).toEqual([429, 502, 503, 504]);
  const codes = ['client.network', 'client.timeout', 'client.wait_timeout', 'client.bad_answer', 'webhook.signature_invalid'];
  expect(codes.filter((code) => retryDelayMs(new OcrWebError(code, ''), 0, 0))).toEqual(['client.network', 'client.timeout']);
  expect(retryDelayMs(new TypeError('a bug'), 0, 0)).toBe(undefined);
});
