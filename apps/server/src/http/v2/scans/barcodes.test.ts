import { Scan, type ScanBody } from '@ocr-web/api';
import type { BarcodeReading } from '@ocr-web/reader';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { specimenReading } from '../../../../test/specimen-reading.ts';
import { startTestServer, type TestServer, testToken } from '../../../../test/start-test-server.ts';
import { onePixelJpeg } from '../../../../test/uploads/pictures.ts';

const authorization = { authorization: `Bearer ${testToken}` };
const barcode: BarcodeReading = {
  page: 0,
  kind: 'code_39',
  text: 'RSSMRA80A01H501U',
  quad: [
    { x: 1, y: 1 },
    { x: 9, y: 1 },
    { x: 9, y: 3 },
    { x: 1, y: 3 },
  ],
  content: { standard: 'codice_fiscale', fields: { sex: 'M' }, checks: { check_character: 'valid' } },
};
const asked: boolean[] = [];

let server: TestServer;
let without: TestServer;
beforeAll(async () => {
  // As the reader does, barcodes only where they are asked for.
  const read = (_: Uint8Array, { barcodes }: { readonly barcodes: boolean }) => {
    asked.push(barcodes);
    return Promise.resolve({ ...specimenReading(), ...(barcodes && { barcodes: [barcode] }) });
  };
  server = await startTestServer({ environment: { OCR_WEB_BARCODES: 'true' }, read });
  without = await startTestServer({ read });
}, 120_000);
afterAll(() => Promise.all([server.remove(), without.remove()]));

const send = (to: TestServer, query: string) =>
  to.request(`/api/v2/scans${query}`, {
    method: 'POST',
    headers: { ...authorization, 'content-type': 'image/jpeg', prefer: 'wait=20' },
    body: new Uint8Array(onePixelJpeg),
  });

test('a scan that asks has barcodes, one that does not is as before', async () => {
  const [wanted, plain] = [await send(server, '?barcodes=true'), await send(server, '')];
  const bodies = [(await wanted.json()) as ScanBody, (await plain.json()) as ScanBody];
  expect(bodies.map((body) => [...Value.Errors(Scan, body)])).toEqual([[], []]);
  const { content, ...rest } = barcode;
  expect(bodies.map(({ result }) => result?.barcodes)).toEqual([
    [{ ...rest, base64: null, content: { ...content, version: null } }],
    undefined,
  ]);
  expect(asked).toEqual([true, false]);
});

test('lists say nothing of them', async () => {
  const response = await server.request('/api/v2/scans', { headers: authorization });
  expect(await response.text()).not.toContain('RSSMRA80A01H501U');
});

test('where they are turned off, asking for them is refused', async () => {
  const response = await send(without, '?barcodes=true');
  const { code, errors } = (await response.json()) as { code: string; errors: { field: string }[] };
  expect([response.status, code, errors.map(({ field }) => field)]).toEqual([400, 'field.invalid', ['barcodes']]);
});
