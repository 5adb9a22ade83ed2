import { beforeAll, expect, test } from 'vitest';
import { buildTestApp } from '../../../test/build-test-app.ts';
import { useTestDatabase } from '../../../test/open-test-database.ts';
import { testKeys, testRetention } from '../../../test/test-keys.ts';
import { onePixelPng } from '../../../test/uploads/pictures.ts';
import { decrementPending } from '../../batches/decrement-pending.ts';
import { signPictureUrl } from '../../pictures/sign-picture-url.ts';
import { createObjectKey } from '../../pictures/stores/object-key.ts';
import { openMemoryStore } from '../../pictures/stores/open-memory-store.ts';
import { submitScan } from '../../scans/submission/submit-scan.ts';
import { openTokenRegistry } from '../../tokens/registry/open-token-registry.ts';
import { hashToken } from '../../tokens/token-text.ts';
import { tokensOf } from '../../tokens/tokens.ts';

const secret = Buffer.alloc(32, 7);
const store = openMemoryStore(secret);
const minute = 60_000;

const opened = useTestDatabase();
let key: string;
let get: (url: string) => Promise<[status: number, body: string]>;

const sign = (of: string, now: Date, by: Uint8Array = secret) => signPictureUrl(by, of, { expiresInSeconds: 3600, now });

beforeAll(async () => {
  const deps = {
    sql: opened.database.sql,
    ...testKeys,
    store,
    jobs: opened.jobs,
    maxWaitingScans: 10,
    onFinished: decrementPending(testKeys.keys),
    now: () => new Date(),
    isAlone: () => true,
    retention: testRetention,
    pickUpMs: undefined,
  };
  const { token } = await tokensOf(opened.database.sql, store, testKeys.keys).create('desk');
  const tokens = await openTokenRegistry(opened.database, opened.logger);
  const { ownerId } = tokens.find(hashToken(token))!;
  const submission = { actor: 'operator' as const, ownerId, bytes: onePixelPng, mediaType: 'image/png', now: new Date() };
  key = (await submitScan(deps, submission)).pictureKey;
  const app = await buildTestApp(opened, { store, tokens, pictureSecret: secret });
  get = async (url) => {
    const { statusCode, rawPayload } = await app.inject(url);
    return [statusCode, rawPayload.toString('latin1')];
  };
});

test('a signed address gives the picture', async () => {
  expect(await get(sign(key, new Date()))).toEqual([200, onePixelPng.toString('latin1')]);
});

test('an expired address is refused', async () => {
  const hourAgo = new Date(Date.now() - 61 * minute);
  expect(await get(sign(key, hourAgo))).toEqual([403, '{"detail":"This address has expired. Read the scan again for a new one."}']);
});

test('an altered address is refused, expired or not', async () => {
  const refused = [403, '{"detail":"The signature does not match this address."}'];
  const url = sign(key, new Date());
  expect(await get(url.replace('Expires=3600', 'Expires=9999'))).toEqual(refused);
  expect(await get(url.replace(key, createObjectKey()))).toEqual(refused);
  expect(await get(`${url}&X-Amz-Expires=3600`)).toEqual(refused);
  expect(await get(sign(key, new Date(0), Buffer.alloc(32)))).toEqual(refused);
});

test('a rightly signed address of nothing gives 404', async () => {
  expect(await get(sign(createObjectKey(), new Date()))).toEqual([404, '{"detail":"Not found."}']);
});
