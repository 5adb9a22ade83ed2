import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { specimenPicture } from '../src/specimen-picture.ts';
import { type Receiver, startReceiver } from '../test/receivers/start-receiver.ts';
import { startTraceCollector, type TraceCollector } from '../test/receivers/start-trace-collector.ts';
import { type Cluster, clusterToken, startCluster } from './start-cluster.ts';

const callers = { trace: '4bf92f3577b34da6a3ce929d0e0e4736', span: '00f067aa0ba902b7' };

let cluster: Cluster;
let collector: TraceCollector;
let receiver: Receiver;

beforeAll(async () => {
  [cluster, collector, receiver] = await Promise.all([startCluster(), startTraceCollector(), startReceiver()]);
}, 120_000);
afterAll(async () => {
  await cluster.close();
  await Promise.all([collector.close(), receiver.close()]);
}, 60_000);

test('one trace leads from a request that one process answers over the worker that reads to the webhook', async () => {
  const settings = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint, OCR_WEB_WEBHOOK_ALLOW_PRIVATE: 'true' };
  const [api, worker] = await Promise.all([cluster.start('api', settings), cluster.start('worker', settings)]);
  const headers = { authorization: `Bearer ${clusterToken}` };
  const post = (path: string, body: string | Uint8Array<ArrayBuffer>, more: Record<string, string>) =>
    fetch(`${api.url}/api/v2${path}`, { method: 'POST', headers: { ...headers, ...more }, body });
  await post('/webhooks', JSON.stringify({ url: receiver.url }), { 'content-type': 'application/json' });
  const traced = { 'content-type': 'image/png', prefer: 'wait=30', traceparent: `00-${callers.trace}-${callers.span}-01` };
  expect((await post('/scans', new Uint8Array(readFileSync(specimenPicture)), traced)).status).toBe(201);
  const [delivered] = await receiver.waitFor(1);
  for (const server of [worker, api]) expect(await server.end('SIGTERM')).toBe(0);

  const spans = collector.spans().filter(({ traceId }) => traceId === callers.trace);
  const nameOf = (id: string | undefined) => spans.find(({ spanId }) => spanId === id)?.name ?? id;
  const found = spans.map(({ role, name, parentSpanId, hasFailed }) => [role, name, 'in', nameOf(parentSpanId), hasFailed]);
  const byName = (one: unknown[], other: unknown[]) => String(one[1]).localeCompare(String(other[1]));
  expect(found.sort(byName)).toEqual([
    ['worker', 'decode', 'in', 'read picture', false],
    ['worker', 'deliver webhook', 'in', 'process scan', false],
    ['worker', 'detect', 'in', 'read picture', false],
    ['worker', 'fetch picture', 'in', 'process scan', false],
    ['worker', 'interpret', 'in', 'read picture', false],
    ['api', 'POST /api/v2/scans', 'in', callers.span, false],
    ['worker', 'process scan', 'in', 'POST /api/v2/scans', false],
    ['worker', 'read picture', 'in', 'process scan', false],
    ['worker', 'recognise', 'in', 'read picture', false],
    ['worker', 'rectify', 'in', 'read picture', false],
    ['worker', 'store result', 'in', 'process scan', false],
  ]);
  const delivery = spans.find(({ name }) => name === 'deliver webhook');
  expect(delivered?.headers.traceparent).toBe(`00-${callers.trace}-${delivery?.spanId}-01`);
  // What the specimen says.
  expect(JSON.stringify(collector.received)).not.toMatch(/ERIKSSON|ANNA MARIA|L898902C/);
});
