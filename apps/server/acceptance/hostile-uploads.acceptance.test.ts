import type { BatchBody } from '@ocr-web/api';
import { expect, test } from 'vitest';
import { worstCases } from '../../../packages/reader/test/structures/worst-cases.ts';
import { testToken, useTestServer } from '../test/start-test-server.ts';
import { packZip } from '../test/uploads/pack-zip.ts';
import { dataUri } from '../test/uploads/pictures.ts';
import { parseResults } from '../test/uploads/send-batch.ts';

const authorization = { authorization: `Bearer ${testToken}` };
const json = { ...authorization, 'content-type': 'application/json' };
const message = 'Upload a valid image. The file you uploaded is damaged: one of its parts ends before it begins.';

/** A box whose 64-bit size is 0: who goes on by that size stays where he is. */
const endlessBox = Buffer.from('\0\0\0\x10ftypheic\0\0\0\0\0\0\0\x01mdat\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0', 'latin1');

const server = useTestServer();

const isAlive = async () => (await server.request('/healthz')).status;

test('a box without a size is refused by v1, v2 and in an archive, and the service goes on', async () => {
  const file = dataUri(endlessBox, 'image/heic');
  const v1 = await server.request('/api/v1/tools/ocr/picture/', {
    method: 'POST',
    headers: { ...json, authorization: `Token ${testToken}` },
    body: JSON.stringify({ picture_file: file }),
  });
  expect([v1.status, await v1.json()]).toEqual([400, { picture_file: [message] }]);

  const v2 = await server.request('/api/v2/scans', { method: 'POST', headers: json, body: JSON.stringify({ file }) });
  expect([v2.status, await v2.json()]).toMatchObject([400, { code: 'picture.corrupt', errors: [{ field: 'file', detail: message }] }]);

  const batch = await server.request('/api/v2/batches', {
    method: 'POST',
    headers: { ...authorization, 'content-type': 'application/zip' },
    body: new Uint8Array(packZip([{ name: 'endless.heic', bytes: endlessBox }])),
  });
  const { id } = (await batch.json()) as BatchBody;
  const results = await server.request(`/api/v2/batches/${id}/results`, { headers: authorization });
  expect(parseResults(await results.text()).map(({ error }) => error)).toEqual([{ code: 'picture.corrupt', message }]);
  expect(await isAlive()).toBe(200);
});

test('an archive of files that are nothing but structure is taken in, and the service goes on', async () => {
  const entries = Object.entries(worstCases).map(([name, build]) => ({ name: name.replace(/\W+/g, '-'), bytes: build(2 ** 20) }));
  const batch = await server.request('/api/v2/batches', {
    method: 'POST',
    headers: { ...authorization, 'content-type': 'application/zip' },
    body: new Uint8Array(packZip(entries)),
  });
  const { counts } = (await batch.json()) as BatchBody;
  expect([batch.status, counts.total, await isAlive()]).toEqual([202, entries.length, 200]);
});
