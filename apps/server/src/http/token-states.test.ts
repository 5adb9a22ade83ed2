import { setTimeout } from 'node:timers/promises';
import { type TokenScopeName, tokenScopes } from '@ocr-web/api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DocumentedOperation, startTwoOwners, type TwoOwners } from '../../test/start-two-owners.ts';

let world: TwoOwners;
let closed: DocumentedOperation[];
beforeAll(async () => {
  world = await startTwoOwners();
  closed = world.operations.filter(({ security }) => security.length > 0);
}, 120_000);
afterAll(async () => {
  await world.tokens.close();
  await world.server.remove();
});

const nameOf = ({ method, path }: DocumentedOperation) => `${method} ${path}`;

/** Ids that nothing has, so that a request which is let through does no harm. */
const pathOf = ({ path }: DocumentedOperation) =>
  path
    .replace(/(\/webhooks|\/tokens)\/\{id\}/, '$1/00000000-0000-4000-8000-000000000000')
    .replaceAll(/\{(id|delivery_id)\}/g, '999999999999999')
    .replaceAll(/\{\w+\}/g, '0');

/** Sends each operation with a token; those that take a body get one that is not what they want. */
const sendAll = (token: string | undefined) =>
  Promise.all(
    closed.map((operation) => {
      const takesBody = operation.method === 'POST' || operation.method === 'PATCH';
      const init = takesBody ? { headers: { 'content-type': 'application/json' }, body: '[]' } : {};
      return world.send(operation.method, pathOf(operation), token, init);
    }),
  );

/** Which scope an operation needs by the rule, whatever the table says. */
function scopeByRule({ method, path }: DocumentedOperation): TokenScopeName {
  if (path.startsWith('/api/v2/admin/')) return 'admin';
  if (/\/(portraits|signatures)\//.test(path)) return 'portrait';
  // Sends scans that are there, and shows what was read in them.
  if (path === '/api/v2/registrations') return 'read';
  return method === 'GET' ? 'read' : method === 'DELETE' ? 'delete' : 'scan';
}

test('the document says of each operation which scope it needs: one that reads read, one that deletes delete, any other scan', () => {
  expect(closed.map((operation) => [nameOf(operation), operation.security.flatMap((scheme) => Object.values(scheme).flat())])).toEqual(
    closed.map((operation) => [nameOf(operation), operation.security.map(() => scopeByRule(operation))]),
  );
  expect(closed.length).toBeGreaterThan(30);
});

test('without a token every operation answers alike', async () => {
  for (const { status, headers, body } of await sendAll(undefined)) {
    expect([status, headers['www-authenticate']]).toEqual([401, expect.stringMatching(/^(Token|Bearer)$/)]);
    expect(body).toContain('Authentication credentials were not provided.');
  }
});

test('a wrong, a revoked and an expired token are refused by every operation, byte for byte alike', async () => {
  const revoked = await world.tokens.create('revoked');
  await world.tokens.revoke(revoked.id);
  const expired = await world.makeToken({ expiresAt: new Date(Date.now() + 20) });
  await setTimeout(30);
  const wrong = await sendAll('0123456789012345678901234567890123456789');
  for (const { status, body } of wrong) expect([status, body]).toEqual([401, expect.stringContaining('Invalid token.')]);
  expect(await sendAll(revoked.token)).toEqual(wrong);
  expect(await sendAll(expired)).toEqual(wrong);
});

test.each(tokenScopes)('a token with the scope %s alone may do what needs it, and nothing else', async (scope) => {
  const answers = await sendAll(await world.makeToken({ scopes: [scope] }));
  for (const [index, { status, headers, body }] of answers.entries()) {
    const needed = scopeByRule(closed[index]!);
    const name = nameOf(closed[index]!);
    if (needed === scope) expect([name, status]).toEqual([name, expect.toSatisfy((known: number) => known !== 401 && known !== 403)]);
    else {
      const detail = `This needs a token with the scope "${needed}". "ocr-web token create --scopes ${needed} <name>" makes one.`;
      const isV1 = name.includes('/api/v1/');
      expect([name, status, headers['content-type']]).toEqual([name, 403, isV1 ? 'application/json' : 'application/problem+json']);
      if (isV1) expect(JSON.parse(body)).toEqual({ detail });
      else expect(JSON.parse(body)).toMatchObject({ status: 403, code: 'scope.missing', detail });
    }
  }
});

test('both versions take "Token", version 2 takes "Bearer" too, and the case of the word does not matter', async () => {
  const token = await world.makeToken();
  const status = async (path: string, authorization: string) =>
    (await world.send('GET', path, undefined, { headers: { authorization } })).status;
  const v2 = '/api/v2/scans';
  const v1 = '/api/v1/tools/ocr/data/1/';
  const asked = [
    [v2, `Bearer ${token}`],
    [v2, `bearer ${token}`],
    [v2, `Token ${token}`],
    [v2, `Basic ${token}`],
    [v1, `TOKEN ${token}`],
    [v1, `Bearer ${token}`],
  ] as const;
  expect(await Promise.all(asked.map(([path, header]) => status(path, header)))).toEqual([200, 200, 200, 401, 404, 401]);
});
