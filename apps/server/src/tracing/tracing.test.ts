import { InMemorySpanExporter } from '@opentelemetry/sdk-trace';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startReceiver } from '../../test/receivers/start-receiver.ts';
import { type CollectedSpan, startTraceCollector, type TraceCollector } from '../../test/receivers/start-trace-collector.ts';
import { specimenReading } from '../../test/specimen-reading.ts';
import { startTestServer, testToken } from '../../test/start-test-server.ts';
import { dataUri, onePixelPng } from '../../test/uploads/pictures.ts';
import { openTracing } from './open-tracing.ts';
import type { SpanAttributes } from './span-attributes.ts';

const callers = { trace: '4bf92f3577b34da6a3ce929d0e0e4736', span: '00f067aa0ba902b7' };
const traceparent = `00-${callers.trace}-${callers.span}-01`;
const headers = { authorization: `Bearer ${testToken}`, 'content-type': 'application/json' };

let collector: TraceCollector;
beforeEach(async () => {
  collector = await startTraceCollector();
});
afterEach(() => collector.close());

/** Every span below one, by name, with what it says. */
function treeOf(spans: readonly CollectedSpan[], parent: string): unknown[] {
  return spans
    .filter(({ parentSpanId }) => parentSpanId === parent)
    .sort((one, other) => one.startMs - other.startMs)
    .map(({ name, spanId, attributes, hasFailed }) => {
      const below = treeOf(spans, spanId);
      return [name, ...(hasFailed ? ['failed'] : []), attributes, ...(below.length > 0 ? [below] : [])];
    });
}

test('a trace leads from the request of a caller over the job to the webhook, and names nobody', async () => {
  const receiver = await startReceiver();
  const server = await startTestServer({
    environment: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint, OCR_WEB_WEBHOOK_ALLOW_PRIVATE: 'true' },
    read: () => Promise.resolve(specimenReading()),
  });
  await server.request('/api/v2/webhooks', { method: 'POST', headers, body: JSON.stringify({ url: receiver.url }) });
  const answer = await server.request('/api/v2/scans?reference=ERIKSSON', {
    method: 'POST',
    headers: { ...headers, traceparent, tracestate: 'who=ERIKSSON', baggage: 'who=ERIKSSON', prefer: 'wait=10' },
    body: JSON.stringify({ file: dataUri(onePixelPng) }),
  });
  const { id } = (await answer.json()) as { id: number };
  const [delivered] = await receiver.waitFor(1);
  await server.remove();
  await receiver.close();
  const spans = collector.spans();
  const stages = ['decode', 'detect', 'rectify', 'recognise', 'interpret'].map((stage) => [stage, {}]);
  expect(treeOf(spans, callers.span)).toEqual([
    [
      'POST /api/v2/scans',
      { 'http.request.method': 'POST', 'http.route': '/api/v2/scans', 'http.response.status_code': 201 },
      [
        [
          'process scan',
          { 'ocr_web.scan.id': id },
          [
            ['fetch picture', {}],
            [
              'read picture',
              { 'ocr_web.picture.bytes': onePixelPng.length, 'ocr_web.reading.pages': 1, 'ocr_web.reading.zones': 1 },
              stages,
            ],
            ['store result', {}],
            [
              'deliver webhook',
              { 'ocr_web.delivery.id': expect.any(Number), 'ocr_web.delivery.attempt': 1, 'http.response.status_code': 204 },
            ],
          ],
        ],
      ],
    ],
  ]);
  const delivery = spans.find(({ name }) => name === 'deliver webhook')!;
  expect(delivered!.headers).toMatchObject({ traceparent: `00-${callers.trace}-${delivery.spanId}-01` });
  expect(delivered!.headers).not.toHaveProperty('tracestate');
  expect(JSON.stringify(collector.received)).not.toMatch(/ERIKSSON|L898902C3/i);
});

test('a caller that records nothing has nothing recorded, and a traceparent that is none begins a trace', async () => {
  const server = await startTestServer({ environment: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint } });
  const list = (value: string) => server.request('/api/v2/scans', { headers: { ...headers, traceparent: value } });
  await list(`00-${callers.trace}-${callers.span}-00`);
  await list('00-ERIKSSON-00f067aa0ba902b7-01');
  await server.request('/healthz');
  await server.remove();
  const known = { name: 'GET /api/v2/scans', role: 'all', parentSpanId: undefined, hasFailed: false };
  expect(collector.spans()).toMatchObject([known]);
  expect(collector.spans()[0]!.traceId).not.toBe(callers.trace);
});

test('without a collector nothing is traced: no job and no webhook carries anything', async () => {
  const receiver = await startReceiver();
  const server = await startTestServer({ environment: { OCR_WEB_WEBHOOK_ALLOW_PRIVATE: 'true' } });
  await server.request('/api/v2/webhooks', { method: 'POST', headers, body: JSON.stringify({ url: receiver.url }) });
  const body = JSON.stringify({ file: dataUri(onePixelPng) });
  await server.request('/api/v2/scans', { method: 'POST', headers: { ...headers, traceparent }, body });
  const [delivered] = await receiver.waitFor(1);
  await server.remove();
  await receiver.close();
  expect(delivered!.headers).not.toHaveProperty('traceparent');
});

test('a collector that is away holds up neither work nor stop', async () => {
  await collector.close();
  const server = await startTestServer({ environment: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint } });
  for (let count = 0; count < 3; count += 1) expect((await server.request('/api/v2/scans')).status).toBe(200);
  await server.remove();
});

test('an attribute whose type is a lie is left out', async () => {
  const exporter = new InMemorySpanExporter();
  const tracing = openTracing(
    { role: 'all', tracesRatio: 1 },
    { ...exporter, export: exporter.export.bind(exporter), shutdown: () => Promise.resolve() },
  );
  const lies = {
    'ocr_web.scan.id': 'ERIKSSON',
    'error.type': 'ERIKSSON',
    'http.route': '/ERIKSSON',
    surname: 'ERIKSSON',
    reading: specimenReading(),
  };
  tracing.start('process scan', { attributes: lies as unknown as SpanAttributes }).end(lies as unknown as SpanAttributes);
  await tracing.close();
  expect(exporter.getFinishedSpans().map(({ name, attributes }) => ({ name, attributes }))).toEqual([
    { name: 'process scan', attributes: {} },
  ]);
});

test('only the share of the traces is recorded that was asked for', async () => {
  const exporter = new InMemorySpanExporter();
  const tracing = openTracing(
    { role: 'api', tracesRatio: 0 },
    { ...exporter, export: exporter.export.bind(exporter), shutdown: () => Promise.resolve() },
  );
  tracing.start('HTTP').end();
  tracing.start('HTTP', { parent: traceparent }).end();
  await tracing.close();
  expect(exporter.getFinishedSpans().map((span) => span.spanContext().traceId)).toEqual([callers.trace]);
});
