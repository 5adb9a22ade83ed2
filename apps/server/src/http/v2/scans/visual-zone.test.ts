import { Scan, type ScanBody } from '@ocr-web/api';
import type { VisualReading } from '@ocr-web/reader';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { specimenReading } from '../../../../test/specimen-reading.ts';
import { startTestServer, type TestServer, testToken } from '../../../../test/start-test-server.ts';
import { onePixelJpeg } from '../../../../test/uploads/pictures.ts';

const authorization = { authorization: `Bearer ${testToken}` };
const quad: VisualReading['fields']['surname'] & object = {
  value: 'ERIKSSÖN',
  confidence: 0.9,
  quad: [
    { x: 1, y: 1 },
    { x: 9, y: 1 },
    { x: 9, y: 3 },
    { x: 1, y: 3 },
  ],
};
const asked: boolean[] = [];

let server: TestServer;
let without: TestServer;
beforeAll(async () => {
  // As the reader does, what is printed for people only where it is asked for.
  const read = (_: Uint8Array, { visual }: { readonly visual: boolean }) => {
    asked.push(visual);
    const zone: VisualReading = { page: 0, besideZone: true, fields: { surname: quad }, checks: { surname: 'match' } };
    return Promise.resolve({ ...specimenReading(), ...(visual && { visual: [zone] }) });
  };
  server = await startTestServer({ environment: { OCR_WEB_VISUAL_ZONE: 'true' }, read });
  without = await startTestServer({ read });
}, 120_000);
afterAll(() => Promise.all([server.remove(), without.remove()]));

const send = (to: TestServer, query: string) =>
  to.request(`/api/v2/scans${query}`, {
    method: 'POST',
    headers: { ...authorization, 'content-type': 'image/jpeg', prefer: 'wait=20' },
    body: new Uint8Array(onePixelJpeg),
  });

test('a scan that asks has what is printed for people, one that does not is as before', async () => {
  const [wanted, plain] = [await send(server, '?visual=true'), await send(server, '')];
  const bodies = [(await wanted.json()) as ScanBody, (await plain.json()) as ScanBody];
  expect(bodies.map((body) => [...Value.Errors(Scan, body)])).toEqual([[], []]);
  expect(bodies.map(({ result }) => result?.visual)).toEqual([
    [{ page: 0, document: 0, fields: { surname: { ...quad, evidence: 'visual' } }, checks: { surname: 'match' } }],
    undefined,
  ]);
  expect(asked).toEqual([true, false]);
});

test('where it is turned off, asking for it is refused', async () => {
  const response = await send(without, '?visual=true');
  const { code, errors } = (await response.json()) as { code: string; errors: { field: string }[] };
  expect([response.status, code, errors.map(({ field }) => field)]).toEqual([400, 'field.invalid', ['visual']]);
});
