import { usualTokenScopes } from '@ocr-web/api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Belongings,
  type DocumentedOperation,
  startTwoOwners,
  type TwoOwners,
  type WholeAnswer,
} from '../../test/start-two-owners.ts';
import { dataUri, onePixelJpeg } from '../../test/uploads/pictures.ts';
import { batchForm } from '../../test/uploads/send-batch.ts';

const missing = { number: '999999999999999', uuid: '00000000-0000-4000-8000-000000000000' };

let world: TwoOwners;
let owner: Belongings;
let guest: Belongings;
let token: string;
let guestToken: string;
beforeAll(async () => {
  world = await startTwoOwners();
  const scopes = [...usualTokenScopes, 'portrait' as const];
  [token, guestToken] = [await world.makeToken({ scopes }), await world.makeToken({ scopes })];
  owner = await world.furnish(token, 'owner');
  guest = await world.furnish(guestToken, 'guest');
}, 120_000);
afterAll(async () => {
  await world.tokens.close();
  await world.server.remove();
});

const asGuest = (method: string, path: string, init?: RequestInit) => world.send(method, path, guestToken, init);

/** A body that each operation takes, so that nothing is refused for its form. */
const bodies: Readonly<Record<string, object>> = { updateWebhook: { enabled: false }, rotateWebhookSecret: { overlap_hours: 1 } };

/** What each operation needs besides its path: here, the same thing once more. */
const queries: Readonly<Record<string, (id: string) => string>> = { joinScans: (id) => `?with=${id}` };

function initOf({ operationId }: DocumentedOperation, headers: Record<string, string> = {}): RequestInit {
  const body = bodies[operationId];
  return body ? { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) } : { headers };
}

/** Operations on one thing, with its path for the owner's, and for one that never was. */
function operationsOnThings(): { operation: DocumentedOperation; foreign: string; none: string }[] {
  return world.operations
    .filter(({ path }) => /\{id\}/.test(path) && !path.startsWith('/api/v2/admin'))
    .map((operation) => {
      const { path } = operation;
      const [known, none] = path.includes('/webhooks/')
        ? [owner.webhook.id, missing.uuid]
        : [String(path.includes('/batches/') ? owner.batch.id : owner.scan.id), missing.number];
      const fill = (id: string, delivery: string) =>
        path
          .replace('{id}', id)
          .replace('{delivery_id}', delivery)
          .replaceAll(/\{\w+\}/g, '0') + (queries[operation.operationId]?.(id) ?? '');
      return { operation, foreign: fill(known, String(owner.delivery.id)), none: fill(none, missing.number) };
    });
}

test("an own scan is joined with somebody else's no more than with none", async () => {
  const paths = [owner.scan.id, missing.number].map((other) => `/api/v2/scans/${guest.scan.id}/sides?with=${other}`);
  const answers = [await asGuest('GET', paths[0]!), await asGuest('GET', paths[1]!)];
  expect(answers.map(({ status }) => status)).toEqual([404, 404]);
});

/** What a request with headers of the owner's might tell: that a thing is there, or how it is. */
const tellingHeaders = (): Record<string, string>[] => [
  {},
  { prefer: 'wait=1' },
  { 'if-none-match': '*' },
  { 'if-none-match': `"${owner.scan.id}-completed"` },
  { 'last-event-id': `${owner.scan.id}-completed` },
  { 'last-event-id': `${owner.batch.id}-1` },
  { range: 'bytes=0-1' },
];

test("of every operation on a thing, the answer about somebody else's is that about none, byte for byte", async () => {
  const operations = operationsOnThings();
  expect(operations.length).toBeGreaterThan(18);
  for (const { operation, foreign, none } of operations) {
    const methods = operation.method === 'GET' ? ['GET', 'HEAD'] : [operation.method];
    for (const method of methods) {
      for (const headers of tellingHeaders()) {
        const [aboutForeign, aboutNone] = [
          await asGuest(method, foreign, initOf(operation, headers)),
          await asGuest(method, none, initOf(operation, headers)),
        ];
        expect([method, foreign, aboutNone.status]).toEqual([method, foreign, 404]);
        expect(aboutForeign).toEqual(aboutNone);
      }
    }
  }
});

test("nor does an own webhook lead to somebody else's delivery", async () => {
  const resend = (id: string) => asGuest('POST', `/api/v2/webhooks/${guest.webhook.id}/deliveries/${id}/resend`);
  const aboutNone = await resend(missing.number);
  expect([aboutNone.status, await resend(String(owner.delivery.id))]).toEqual([404, aboutNone]);
});

test('lists show nothing of anybody else, whichever cursor or reference is sent', async () => {
  const cursor = (id: number) => Buffer.from(`below ${id}`).toString('base64url');
  const list = async (path: string) => {
    const { status, body } = await asGuest('GET', path);
    return [status, (JSON.parse(body) as { data: { id: number | string }[] }).data.map(({ id }) => id)];
  };
  const high = cursor(999_999_999);
  expect(await list(`/api/v2/scans?reference=${owner.reference}`)).toEqual([200, []]);
  expect(await list(`/api/v2/batches?cursor=${high}`)).toEqual([200, [guest.batch.id]]);
  const own = await list('/api/v2/scans');
  expect(own[1]).toContain(guest.scan.id);
  expect(own[1]).not.toContain(owner.scan.id);
  expect(await list(`/api/v2/scans?cursor=${high}`)).toEqual(own);
  // Below the first of the guest's there is only what the owner has.
  expect(await list(`/api/v2/scans?cursor=${cursor(guest.scan.id)}`)).toEqual([200, []]);
  expect(await list('/api/v2/webhooks')).toEqual([200, [guest.webhook.id]]);
  expect(await list(`/api/v2/webhooks/${guest.webhook.id}/deliveries?cursor=${high}`)).toEqual([200, [guest.delivery.id]]);
});

test("deleting by a reference deletes nothing of anybody else's, and tells nothing of it", async () => {
  const remove = (reference: string) => asGuest('DELETE', `/api/v2/scans?reference=${reference}`);
  const ofNone = await remove('reference-of-nobody');
  expect([ofNone.status, await remove(owner.reference)]).toEqual([200, ofNone]);
});

test("an Idempotency-Key is its owner's: with another body it is as new to anybody else", async () => {
  const create = (key: string) =>
    asGuest('POST', '/api/v2/scans', {
      headers: { 'content-type': 'application/json', 'idempotency-key': key, prefer: 'wait=20' },
      body: JSON.stringify({ file: dataUri(onePixelJpeg) }),
    });
  const createBatch = (key: string) =>
    asGuest('POST', '/api/v2/batches', { headers: { 'idempotency-key': key }, body: batchForm([['other.png', onePixelJpeg]]) });
  for (const send of [create, createBatch]) {
    const [taken, fresh] = [await send(owner.key), await send('a-key-that-nobody-has-sent')];
    expect([taken.status, taken.headers['idempotent-replayed']]).toEqual([fresh.status, undefined]);
    expect(withoutIds(taken)).toEqual(withoutIds(fresh));
  }
  // The owner's own request is the same as before.
  const again = await world.send('POST', '/api/v2/scans', token, {
    headers: { 'content-type': 'application/json', 'idempotency-key': owner.key },
    body: JSON.stringify({ file: dataUri(onePixelJpeg) }),
  });
  expect(again.status).toBe(422);
});

/** Leaves out what two things of the same kind differ in: ids, times and addresses. */
function withoutIds({ status, headers, body }: WholeAnswer): unknown {
  const { location: _, etag: __, 'content-length': ___, ...rest } = headers;
  const parsed = JSON.parse(body, (name, value: unknown) => (/^(id|url|.*_at)$/.test(name) ? null : value)) as object;
  return { status, headers: rest, body: parsed };
}

test("a picture's address without its signature tells nothing of whether there is the picture", async () => {
  const address = new URL(
    (JSON.parse((await world.send('GET', `/api/v1/tools/ocr/data/${owner.scan.id}/`, token)).body) as { picture_file: string })
      .picture_file,
  );
  const forged = new URLSearchParams(address.searchParams);
  forged.set('X-Amz-Signature', '0'.repeat(64));
  for (const query of ['', `?${forged}`]) {
    const none = await asGuest('GET', `/pictures/${'A'.repeat(43)}${query}`);
    expect([none.status, await asGuest('GET', `${address.pathname}${query}`)]).toEqual([403, none]);
  }
});

test('after all of that the owner has everything as it was', async () => {
  const read = async (path: string) => JSON.parse((await world.send('GET', path, token)).body) as object;
  expect(await read(`/api/v2/scans/${owner.scan.id}`)).toMatchObject({
    id: owner.scan.id,
    status: 'completed',
    reference: owner.reference,
  });
  expect(await read(`/api/v2/batches/${owner.batch.id}`)).toMatchObject({ id: owner.batch.id, reference: owner.reference });
  expect(await read(`/api/v2/webhooks/${owner.webhook.id}`)).toMatchObject({ id: owner.webhook.id, enabled: true });
});
