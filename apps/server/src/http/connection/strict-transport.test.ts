import { expect, test } from 'vitest';
import { buildTestApp } from '../../../test/build-test-app.ts';
import { useTestDatabase } from '../../../test/open-test-database.ts';

const opened = useTestDatabase();

const secure = { 'x-forwarded-proto': 'https' };
const https = { OCR_WEB_PUBLIC_URL: 'https://ocr.example.org' };
const trusting = { OCR_WEB_TRUST_PROXY: 'true' };

test.each<[string, Record<string, string>, Record<string, string>, boolean]>([
  ['a service on http', {}, {}, false],
  ['a client that says it came by https', {}, secure, false],
  ['a public address that is http', { OCR_WEB_PUBLIC_URL: 'http://ocr.example.org' }, {}, false],
  ['a public address that is https', https, {}, true],
  ['a trusted proxy that took https', trusting, secure, true],
  ['a trusted proxy that took http', trusting, { 'x-forwarded-proto': 'http' }, false],
])('%s', async (_name, environment, headers, isSent) => {
  const app = await buildTestApp(opened, { environment });
  const value = isSent ? 'max-age=31536000' : undefined;
  const paths = ['/', '/healthz', '/api/v2/scans', '/api/v1/none/', '/none'];
  const answers = await Promise.all(paths.map((url) => app.inject({ url, headers })));
  expect(answers.map(({ headers: sent }) => sent['strict-transport-security'])).toEqual(paths.map(() => value));
  await app.close();
});
