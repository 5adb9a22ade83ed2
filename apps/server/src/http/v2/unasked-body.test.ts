import { expect, test } from 'vitest';
import { testToken, useTestServer } from '../../../test/start-test-server.ts';

const server = useTestServer();

test.each([
  ['JSON that is none', 'application/json', '{'],
  ['another media type', 'text/plain', 'hello'],
  ['more than any body may have', 'application/json', 'x'.repeat(3_000_000)],
])('a body where none is taken is not looked at: %s', async (_what, contentType, body) => {
  const headers = { authorization: `Bearer ${testToken}`, 'content-type': contentType };
  for (const [method, path] of [
    ['DELETE', '/api/v2/scans/458'],
    ['POST', '/api/v2/webhooks/5d4e6f4c-0f0e-4e5c-9d0b-1f6a3c2b7a90/test'],
  ] as const) {
    const answer = await server.request(path, { method, headers, body });
    expect([method, answer.status]).toEqual([method, 404]);
  }
  // The connection is not confused by it.
  expect((await server.request('/api/v2/scans')).status).toBe(200);
});
