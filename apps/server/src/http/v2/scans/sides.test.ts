import type { ScanBody, SidesListBody } from '@ocr-web/api';
import { SidesList } from '@ocr-web/api';
import type { VisualReading } from '@ocr-web/reader';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { specimenReading } from '../../../../test/specimen-reading.ts';
import { startTestServer, type TestServer, testToken } from '../../../../test/start-test-server.ts';
import { testMasterKey } from '../../../../test/test-keys.ts';
import { onePixelJpeg } from '../../../../test/uploads/pictures.ts';
import { openAuditLog } from '../../../audit/audit-log.ts';
import { parseConfig } from '../../../config/parse-config.ts';

const authorization = { authorization: `Bearer ${testToken}` };
const quad = [
  { x: 1, y: 1 },
  { x: 9, y: 1 },
  { x: 9, y: 3 },
  { x: 1, y: 3 },
] as const;

let server: TestServer;
let front: number;
let back: number;
beforeAll(async () => {
  const { zones, ...rest } = specimenReading();
  const { names, numbers } = zones[0]!.document;
  const field = (value: string) => ({ value, confidence: 0.95, quad });
  const fields = { surname: field(names!.surname!), document_number: field(numbers.document!.value), authority: field('Utopia') };
  const print: VisualReading = { page: 0, besideZone: false, fields, checks: {} };
  const readings = [
    { ...rest, zones: [], visual: [print] },
    { ...rest, zones },
  ];
  server = await startTestServer({ environment: { OCR_WEB_VISUAL_ZONE: 'true' }, read: () => Promise.resolve(readings.shift()!) });
  front = await send();
  back = await send();
}, 60_000);
afterAll(() => server.remove());

async function send(): Promise<number> {
  const response = await server.request('/api/v2/scans?visual=true', {
    method: 'POST',
    headers: { ...authorization, 'content-type': 'image/jpeg', prefer: 'wait=20' },
    body: new Uint8Array(onePixelJpeg),
  });
  return ((await response.json()) as ScanBody).id;
}

const join = (one: number, other: number) => server.request(`/api/v2/scans/${one}/sides?with=${other}`, { headers: authorization });

test('front and back that were sent as two scans are one document', async () => {
  const body = (await (await join(front, back)).json()) as SidesListBody;
  expect([...Value.Errors(SidesList, body)]).toEqual([]);
  expect(body.sides).toMatchObject([
    {
      sides: [
        { file: 0, page: 0, document: null },
        { file: 1, page: 0, document: 0 },
      ],
      agrees: ['document_number', 'surname'],
      fields: { authority: { value: 'Utopia', source: 'print', file: 0, page: 0 } },
    },
  ]);
});

test('a scan that is not there, or no scan at all, is refused', async () => {
  const missing = await server.request(`/api/v2/scans/${front}/sides`, { headers: authorization });
  expect([(await join(front, 999_999)).status, missing.status]).toEqual([404, 400]);
});

test('a side is no other side of itself', async () => {
  expect(await (await join(front, front)).json()).toEqual({ sides: [] });
});

test('a request that is refused has read nothing, as the audit log says', async () => {
  const readings = async () => {
    const log = await openAuditLog(parseConfig({ OCR_WEB_DATA_DIR: server.directory, OCR_WEB_MASTER_KEY: testMasterKey }));
    await log.verify();
    const events = await log.read(0);
    await log.close();
    return events.filter(({ action }) => action === 'scan.result_read').length;
  };
  const before = await readings();
  expect((await join(back, 999_999)).status).toBe(404);
  expect(await readings()).toBe(before);
});
