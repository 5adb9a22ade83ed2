import type { BatchBody, ScanBody } from '@ocr-web/api';
import { expect, test } from 'vitest';
import { specimenReading } from '../../test/specimen-reading.ts';
import { testToken, useTestServer } from '../../test/start-test-server.ts';
import { testMasterKey } from '../../test/test-keys.ts';
import { dataUri, onePixelPng } from '../../test/uploads/pictures.ts';
import { openAuditLog } from '../audit/audit-log.ts';
import { parseConfig } from '../config/parse-config.ts';

const server = useTestServer({ read: () => Promise.resolve(specimenReading()) });

const headers = { authorization: `Token ${testToken}`, 'content-type': 'application/json', prefer: 'wait=20' };
const call = async <Body>(method: string, path: string, body?: object): Promise<Body> => {
  const response = await server.request(path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  return (
    response.status === 204
      ? undefined
      : /^application\/json/.test(response.headers.get('content-type') ?? '')
        ? await response.json()
        : await response.text()
  ) as Body;
};

test('who did what to which scan is written down, without what the scan says, and verifies', async () => {
  const scan = await call<ScanBody>('POST', '/api/v2/scans', { file: dataUri(onePixelPng), reference: 'room 12' });
  await call('GET', `/api/v2/scans/${scan.id}`);
  await call('GET', `/api/v1/tools/ocr/data/${scan.id}/`);
  await call('GET', `/api/v2/scans/${scan.id}/picture`);
  await call('GET', `/api/v2/scans/${scan.id}/documents/0/crop`);
  await fetch(scan.file.url);
  const guests = [{ scan_id: scan.id }, { scan_id: scan.id, document: 1 }, { desk: { surname: 'ERIKSSON' } }];
  await call('POST', '/api/v2/registrations', { register: 'siba', guests });
  // A list shows no result, and somebody who asks for what is not there gets none.
  await call('GET', '/api/v2/scans');
  await call('GET', '/api/v2/scans/999');
  await call('DELETE', `/api/v2/scans/${scan.id}`);
  const form = new FormData();
  form.append('file', new Blob([onePixelPng]), 'ERIKSSON.png');
  const sent = await server.request('/api/v2/batches', { method: 'POST', headers: { authorization: headers.authorization }, body: form });
  const batch = (await sent.json()) as BatchBody;
  const result = JSON.parse(await call<string>('GET', `/api/v2/batches/${batch.id}/results`)) as { scan: ScanBody };
  await call('DELETE', `/api/v2/batches/${batch.id}`);
  const webhook = await call<{ id: string }>('POST', '/api/v2/webhooks', { url: 'https://hotel.example/hook' });
  await call('PATCH', `/api/v2/webhooks/${webhook.id}`, { enabled: false });
  await call('POST', `/api/v2/webhooks/${webhook.id}/rotate-secret`, {});
  await call('DELETE', `/api/v2/webhooks/${webhook.id}`);
  const token = await call<{ id: string }>('POST', '/api/v2/admin/tokens', { name: 'desk' });
  await call('PATCH', `/api/v2/admin/tokens/${token.id}`, { scans_per_day: 5 });
  const next = await call<{ id: string }>('POST', `/api/v2/admin/tokens/${token.id}/rotate`, { overlap_seconds: 0 });
  await call('DELETE', `/api/v2/admin/tokens/${next.id}`);

  const log = await openAuditLog(parseConfig({ OCR_WEB_DATA_DIR: server.directory, OCR_WEB_MASTER_KEY: testMasterKey }));
  const verdict = await log.verify();
  const events = await log.read(0);
  await log.close();
  const actor = events[1]?.actor;
  expect(actor).toMatch(/^token [0-9a-f-]{36}$/);
  const seen = events.map((event) => [event.action, event.subject, event.actor === actor ? 'the token' : event.actor]);
  expect(seen).toEqual([
    ['token.created', String(actor).slice('token '.length), 'service'],
    ['scan.created', String(scan.id), 'the token'],
    ...Array(3).fill(['scan.result_read', String(scan.id), 'the token']),
    ...Array(2).fill(['scan.picture_read', String(scan.id), 'the token']),
    ['scan.picture_read', String(scan.id), 'signed address'],
    ['scan.result_read', String(scan.id), 'the token'],
    ['scan.deleted', String(scan.id), 'the token'],
    ['batch.created', String(batch.id), 'the token'],
    ['scan.result_read', String(result.scan.id), 'the token'],
    ['scan.deleted', String(result.scan.id), 'the token'],
    ['batch.deleted', String(batch.id), 'the token'],
    ...['webhook.created', 'webhook.changed', 'webhook.changed', 'webhook.deleted'].map((action) => [action, webhook.id, 'the token']),
    ['token.created', token.id, 'the token'],
    ['token.changed', token.id, 'the token'],
    ['token.created', next.id, 'the token'],
    ['token.rotated', token.id, 'the token'],
    ['token.revoked', next.id, 'the token'],
  ]);
  expect(verdict).toMatchObject({ verified: seen.length, unlinked: 0, broken: null });
  expect(JSON.stringify(events)).not.toMatch(/ERIKSSON|room 12|L898902C3/);
});
