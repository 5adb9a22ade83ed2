import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildTestApp } from '../../../test/build-test-app.ts';
import { useTestDatabase } from '../../../test/open-test-database.ts';
import { testKeys } from '../../../test/test-keys.ts';
import { openMemoryStore } from '../../pictures/stores/open-memory-store.ts';
import { hashToken } from '../token-text.ts';
import { tokensOf } from '../tokens.ts';
import { openTokenRegistry, type TokenRegistry } from './open-token-registry.ts';

const opened = useTestDatabase();
let registry: TokenRegistry;
beforeAll(async () => {
  await tokensOf(opened.database.sql, openMemoryStore(), testKeys.keys).create('made before');
  registry = await openTokenRegistry(opened.database, opened.logger);
});
afterAll(() => registry.close());

test('it hears of tokens that are made and revoked, and calls whoever uses a revoked one, once', async () => {
  const tokens = tokensOf(opened.database.sql, openMemoryStore(), testKeys.keys);
  const { id, token } = await tokens.create('desk');
  await expect.poll(() => registry.find(hashToken(token))).toMatchObject({ tokenId: id, scopes: ['scan', 'read', 'delete'] });
  const ownerId = registry.find(hashToken(token))!.ownerId;
  expect([registry.isActive(ownerId), registry.countOwners()]).toEqual([true, 2]);
  const calls: string[] = [];
  registry.onRevoked(id, () => calls.push('first'));
  registry.onRevoked(id, () => calls.push('taken back'))();
  registry.onRevoked('another token', () => calls.push('another'));
  await tokens.revoke(id);
  await expect.poll(() => registry.find(hashToken(token))).toBeUndefined();
  await registry.reload();
  expect([calls, registry.isActive(ownerId), registry.countOwners()]).toEqual([['first'], false, 1]);
});

test('a request with a token that the service knows asks the database nothing', async () => {
  const { token } = await tokensOf(opened.database.sql, openMemoryStore(), testKeys.keys).create('desk');
  // What is heard of the token later is looked up, too.
  await expect.poll(() => registry.find(hashToken(token))).toBeDefined();
  let statements = 0;
  const sql = opened.database.sql.withPlugin({
    transformQuery: ({ node }) => {
      statements += 1;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  });
  const app = await buildTestApp({ ...opened, database: { ...opened.database, sql } });
  const read = async (id: string) => {
    const before = statements;
    const headers = { authorization: `Token ${token}` };
    const { statusCode } = await app.inject({ url: `/api/v1/tools/ocr/data/${id}/`, headers });
    return [statusCode, statements - before];
  };
  // What can be no id is looked up nowhere.
  expect([await read('none'), await read('1')]).toEqual([
    [404, 0],
    [404, 1],
  ]);
  await app.close();
});
