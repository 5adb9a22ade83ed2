import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Client, createClient } from './create-client.ts';

type Operation = { readonly operationId: string; readonly parameters?: readonly { readonly in: string; readonly name: string }[] };
type Documented = { readonly method: string; readonly path: string; readonly operation: Operation };

const { paths } = JSON.parse(readFileSync(new URL('../../../../docs/generated/openapi.json', import.meta.url), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
};
const documented: Documented[] = Object.entries(paths)
  .filter(([path]) => path.startsWith('/api/v2/'))
  .flatMap(([path, operations]) => Object.entries(operations).map(([method, operation]) => ({ method, path, operation })));

const file = new Blob(['a']);
const time = new Date(0);
const id = '5d4e6f4c-0f0e-4e5c-9d0b-1f6a3c2b7a90';

/** A call for every operation, with everything that it can say. */
const calls: Record<string, (client: Client) => Promise<unknown>> = {
  createScan: ({ scans }) =>
    scans.create(file, {
      visual: true,
      barcodes: true,
      portrait: true,
      reference: 'a',
      retainMinutes: 1,
      retainPictureMinutes: 0,
      idempotencyKey: 'b',
      waitSeconds: 1,
    }),
  readScan: ({ scans }) => scans.get(1, { waitSeconds: 1 }),
  listScans: ({ scans }) =>
    scans.listPage({ cursor: 'a', limit: 1, status: 'failed', reference: 'a', createdAfter: time, createdBefore: time }),
  deleteScan: ({ scans }) => scans.delete(1),
  deleteScans: ({ scans }) => scans.deleteByReference('a'),
  joinScans: ({ scans }) => scans.sides(1, 2),
  readScanPicture: ({ scans }) => scans.picture(1),
  readDocumentCrop: ({ scans }) => scans.crop(1, 0),
  readPortraitCrop: ({ scans }) => scans.portrait(1, 0),
  readSignatureCrop: ({ scans }) => scans.signature(1, 0),
  readPagePicture: ({ scans }) => scans.page(1, 0),
  readAnnotatedPage: ({ scans }) => scans.annotated(1, 0),
  watchScan: ({ scans }) => scans.events(1).next(),
  createBatch: ({ batches }) =>
    batches.createFromZip(file, { reference: 'a', retainMinutes: 1, retainPictureMinutes: 0, idempotencyKey: 'b' }),
  readBatch: ({ batches }) => batches.get(1),
  listBatches: ({ batches }) => batches.listPage({ cursor: 'a', limit: 1 }),
  deleteBatch: ({ batches }) => batches.delete(1),
  readBatchResults: ({ batches }) => batches.results(1, { from: 3 }).next(),
  watchBatch: ({ batches }) => batches.events(1).next(),
  readStatistics: ({ admin }) => admin.statistics({ range: 'hour' }),
  resendDeadLetter: ({ admin }) => admin.resendDeadLetter(1),
  listTokens: ({ admin }) => admin.listTokens(),
  createToken: ({ admin }) => admin.createToken({ name: 'a', scopes: ['admin'] }),
  updateToken: ({ admin }) => admin.updateToken(id, { rate_limit: 60, scans_per_day: null }),
  rotateToken: ({ admin }) => admin.rotateToken(id, { overlap_seconds: 60 }),
  revokeToken: ({ admin }) => admin.revokeToken(id),
  createRegistration: ({ registrations }) => registrations.check({ register: 'ses' }),
  createWebhook: ({ webhooks }) => webhooks.create({ url: 'https://hotel.example/' }),
  listWebhooks: ({ webhooks }) => webhooks.list(),
  readWebhook: ({ webhooks }) => webhooks.get(id),
  updateWebhook: ({ webhooks }) => webhooks.update(id, { enabled: false }),
  deleteWebhook: ({ webhooks }) => webhooks.delete(id),
  rotateWebhookSecret: ({ webhooks }) => webhooks.rotateSecret(id, { overlapHours: 1 }),
  testWebhook: ({ webhooks }) => webhooks.test(id),
  listWebhookDeliveries: ({ webhooks }) => webhooks.deliveries(id, { status: 'dead', limit: 1 }).next(),
  resendWebhookDelivery: ({ webhooks }) => webhooks.resend(id, 1),
};

test('the client has a call for every operation of version 2, and no other', () => {
  expect(Object.keys(calls).sort()).toEqual(documented.map(({ operation }) => operation.operationId).sort());
});

/** Headers of HTTP itself, which the document does not list as parameters. */
const usual = new Set(['accept', 'authorization', 'content-type']);

test.each(documented.map((one) => [one.operation.operationId, one] as const))('%s is called as documented', async (name, one) => {
  const sent: Request[] = [];
  const refuse: typeof fetch = (input, init) => {
    sent.push(new Request(input, init));
    return Promise.resolve(new Response('{"code":"some.code"}', { status: 400 }));
  };
  const call = calls[name]!(createClient({ baseUrl: 'http://service.example', token: 'a', fetch: refuse }));
  await expect(call).rejects.toMatchObject({ code: 'some.code' });
  const [{ method, url, headers }] = sent as [Request];
  const { pathname, searchParams } = new URL(url);
  expect([method.toLowerCase(), pathname]).toEqual([one.method, expect.stringMatching(patternOf(one.path))]);
  const names = (place: string) =>
    (one.operation.parameters ?? []).filter((parameter) => parameter.in === place).map((parameter) => parameter.name);
  const listedTwice = name === 'listWebhookDeliveries' ? ['cursor'] : [];
  expect([...searchParams.keys(), ...listedTwice].sort()).toEqual(names('query').sort());
  const known = names('header').map((header) => header.toLowerCase());
  expect([...headers.keys()].filter((header) => !usual.has(header) && !known.includes(header))).toEqual([]);
});

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
}
