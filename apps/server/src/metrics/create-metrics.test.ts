import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { createMetrics } from './create-metrics.ts';
import { openBacklogGauges } from './open-backlog-gauges.ts';
import type { Backlog } from './read-backlog.ts';

/** What is counted, without comments and without what was not counted. */
const countedLines = async ({ registry }: ReturnType<typeof createMetrics>) =>
  (await registry.metrics()).split('\n').filter((line) => line !== '' && !line.startsWith('#') && !line.endsWith(' 0'));

test('a request is counted by the pattern of its route, and one without a route by none', async () => {
  const metrics = createMetrics();
  const request = { method: 'GET', route: '/api/v2/scans/:id', status: 200, seconds: 0.02 };
  metrics.recordRequest(request);
  metrics.recordRequest({ ...request, status: 404, seconds: 7 });
  metrics.recordRequest({ ...request, route: undefined, status: 404, seconds: 70 });
  const durations = (await countedLines(metrics)).filter((line) => line.includes('duration'));
  const bucket = (route: string, le: string, count: number) =>
    `ocr_web_http_request_duration_seconds_bucket{le="${le}",method="GET",route="${route}"} ${count}`;
  const sum = (route: string, seconds: number, count: number) => [
    `ocr_web_http_request_duration_seconds_sum{method="GET",route="${route}"} ${seconds}`,
    `ocr_web_http_request_duration_seconds_count{method="GET",route="${route}"} ${count}`,
  ];
  expect(durations).toEqual([
    ...['0.025', '0.05', '0.1', '0.25', '0.5', '1', '2.5', '5'].map((le) => bucket(request.route, le, 1)),
    ...['10', '30', '60', '+Inf'].map((le) => bucket(request.route, le, 2)),
    ...sum(request.route, 7.02, 2),
    bucket('unmatched', '+Inf', 1),
    ...sum('unmatched', 70, 1),
  ]);
  expect((await countedLines(metrics)).filter((line) => line.startsWith('ocr_web_http_requests_total'))).toEqual([
    'ocr_web_http_requests_total{method="GET",route="/api/v2/scans/:id",status="200"} 1',
    'ocr_web_http_requests_total{method="GET",route="/api/v2/scans/:id",status="404"} 1',
    'ocr_web_http_requests_total{method="GET",route="unmatched",status="404"} 1',
  ]);
});

test('a scan is counted by what the statistics count, and every outcome begins with zero', async () => {
  const metrics = createMetrics();
  metrics.recordScan(['outcome unsure', 'hint glare', 'hint cut_off', 'reading 3', 'total 4'], {
    readingMs: 30_000,
    totalMs: 50_000,
    stages: {},
  });
  metrics.recordScan(['outcome failed', 'failure picture.corrupt', 'reading 0', 'total 0'], { readingMs: 90_000, totalMs: -4, stages: {} });
  const outcomes = (await metrics.registry.metrics()).split('\n').filter((line) => line.startsWith('ocr_web_scans_finished_total'));
  expect(outcomes).toEqual([
    'ocr_web_scans_finished_total{outcome="sure"} 0',
    'ocr_web_scans_finished_total{outcome="unsure"} 1',
    'ocr_web_scans_finished_total{outcome="no_zone"} 0',
    'ocr_web_scans_finished_total{outcome="failed"} 1',
  ]);
  const small = ['0.01', '0.02', '0.04', '0.08', '0.16', '0.32', '0.64', '1.28', '2.56', '5.12', '10.24', '20.48', '40.96'];
  expect((await countedLines(metrics)).filter((line) => !line.startsWith('ocr_web_scans_finished_total'))).toEqual([
    'ocr_web_scan_failures_total{code="picture.corrupt"} 1',
    'ocr_web_hints_total{hint="glare"} 1',
    'ocr_web_hints_total{hint="cut_off"} 1',
    'ocr_web_scan_reading_duration_seconds_bucket{le="40.96"} 1',
    'ocr_web_scan_reading_duration_seconds_bucket{le="81.92"} 1',
    'ocr_web_scan_reading_duration_seconds_bucket{le="+Inf"} 2',
    'ocr_web_scan_reading_duration_seconds_sum 120',
    'ocr_web_scan_reading_duration_seconds_count 2',
    ...small.map((le) => `ocr_web_scan_duration_seconds_bucket{le="${le}"} 1`),
    'ocr_web_scan_duration_seconds_bucket{le="81.92"} 2',
    'ocr_web_scan_duration_seconds_bucket{le="+Inf"} 2',
    'ocr_web_scan_duration_seconds_sum 50',
    'ocr_web_scan_duration_seconds_count 2',
  ]);
});

test('stages, calls, attempts and readers are counted by names from closed lists', async () => {
  const metrics = createMetrics();
  metrics.recordScan([], { readingMs: 0, totalMs: 0, stages: { queue: 250, decode: 20, store: 4 } });
  metrics.recordDatabaseCall('select', 0.003, false);
  metrics.recordDatabaseCall('commit', 0.02, true);
  metrics.recordStoreCall('get', 0.2, false);
  metrics.recordAttempt({ failure: null, ms: 40, status: 'delivered' });
  metrics.recordAttempt({ failure: 'timeout', ms: 15_000, status: 'pending' });
  metrics.recordAttempt({ failure: 'gone', ms: 460, status: 'dead' });
  const ends = new Map([['timeout', 1]]);
  metrics.followReaders(ends);
  await metrics.registry.metrics();
  ends.set('timeout', 2);
  const lines = (await countedLines(metrics)).filter((line) => !/_bucket|_scan_(reading_)?duration/.test(line));
  expect(lines).toEqual([
    'ocr_web_scan_stage_duration_seconds_sum{stage="queue"} 0.25',
    'ocr_web_scan_stage_duration_seconds_count{stage="queue"} 1',
    'ocr_web_scan_stage_duration_seconds_sum{stage="decode"} 0.02',
    'ocr_web_scan_stage_duration_seconds_count{stage="decode"} 1',
    'ocr_web_scan_stage_duration_seconds_sum{stage="store"} 0.004',
    'ocr_web_scan_stage_duration_seconds_count{stage="store"} 1',
    'ocr_web_database_errors_total{operation="commit"} 1',
    'ocr_web_database_call_duration_seconds_sum{operation="select"} 0.003',
    'ocr_web_database_call_duration_seconds_count{operation="select"} 1',
    'ocr_web_database_call_duration_seconds_sum{operation="commit"} 0.02',
    'ocr_web_database_call_duration_seconds_count{operation="commit"} 1',
    'ocr_web_store_call_duration_seconds_sum{operation="get"} 0.2',
    'ocr_web_store_call_duration_seconds_count{operation="get"} 1',
    'ocr_web_webhook_attempts_total{outcome="delivered"} 1',
    'ocr_web_webhook_attempts_total{outcome="timeout"} 1',
    'ocr_web_webhook_attempts_total{outcome="gone"} 1',
    'ocr_web_webhook_deliveries_total{status="delivered"} 1',
    'ocr_web_webhook_deliveries_total{status="dead"} 1',
    'ocr_web_webhook_attempt_duration_seconds_sum 15.5',
    'ocr_web_webhook_attempt_duration_seconds_count 3',
    'ocr_web_reader_ends_total{reason="timeout"} 2',
  ]);
});

test.each(['deploy/prometheus/alerts.yml', 'deploy/grafana/dashboards/ocr-web.json', 'docs/observability.md'])(
  '%s names every metric, and none that there is not',
  async (path) => {
    const { registry } = createMetrics();
    openBacklogGauges(registry, { read: () => Promise.reject<Backlog>(new Error('unused')), logger: { warn: () => undefined } });
    const text = await readFile(new URL(`../../../../${path}`, import.meta.url), 'utf8');
    const named = [...text.matchAll(/\bocr_web_\w+/g)].map(([name]) => name.replace(/_(bucket|sum|count)$/, ''));
    const known = registry.getMetricsAsArray().map(({ name }) => name);
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
    // Alerts are about what goes wrong; the other two show everything.
    expect(known.filter((name) => !named.includes(name) && !path.endsWith('.yml'))).toEqual([]);
    expect(named.length).toBeGreaterThan(5);
  },
);
