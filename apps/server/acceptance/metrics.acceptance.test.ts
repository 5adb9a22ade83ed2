import { readFile, rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scanStages } from '../src/scans/processing/scan-stages.ts';
import { prepareDataDirectory } from '../test/prepare-data-directory.ts';
import { freePort } from '../test/servers/free-port.ts';
import { type SpawnedServer, spawnServer } from './spawn-server.ts';

const token = 'token-of-the-metrics-test';
let directory: string;
let port: number;
let server: SpawnedServer;

beforeAll(async () => {
  directory = await prepareDataDirectory();
  port = await freePort();
  server = await spawnServer(directory, { OCR_WEB_TOKEN: token, OCR_WEB_METRICS_PORT: String(port) });
});
afterAll(async () => {
  await server.end('SIGKILL');
  await rm(directory, { recursive: true });
});

const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
/** Lines of our metrics; what differs from run to run is left out: times, and calls of parts. */
const countedLines = (text: string) =>
  text.split('\n').filter((line) => line.startsWith('ocr_web_') && !/_(bucket|sum)\b|oldest_seconds|_(database|store)_/.test(line));

/** What a scan goes through only where it asks for it. */
const onRequest: ReadonlySet<string> = new Set(['visual', 'portrait', 'barcodes']);

test('a scan is counted on a listener of its own, by nothing that says who was read', async () => {
  const body = new Uint8Array(await readFile(new URL('../assets/specimen-passport.png', import.meta.url)));
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'image/png', prefer: 'wait=60' };
  const scan = await fetch(`${server.url}/api/v2/scans?reference=ERIKSSON`, { method: 'POST', headers, body });
  expect([scan.status, ((await scan.json()) as { status: string }).status]).toEqual([201, 'completed']);
  expect((await fetch(`${server.url}/L898902C3?token=${token}`)).status).toBe(404);
  expect((await fetch(`${server.url}/api/v2/L898902C3`, { headers })).status).toBe(404);
  expect((await fetch(`${server.url}/metrics`)).status).toBe(404);

  const answer = await ask('/metrics');
  const text = await answer.text();
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
  expect(countedLines(text)).toEqual([
    'ocr_web_http_requests_total{method="POST",route="/api/v2/scans",status="201"} 1',
    'ocr_web_http_requests_total{method="GET",route="unmatched",status="404"} 3',
    'ocr_web_http_request_duration_seconds_count{method="POST",route="/api/v2/scans"} 1',
    'ocr_web_http_request_duration_seconds_count{method="GET",route="unmatched"} 3',
    'ocr_web_scans_finished_total{outcome="sure"} 1',
    'ocr_web_scans_finished_total{outcome="unsure"} 0',
    'ocr_web_scans_finished_total{outcome="no_zone"} 0',
    'ocr_web_scans_finished_total{outcome="failed"} 0',
    'ocr_web_scan_reading_duration_seconds_count 1',
    'ocr_web_scan_duration_seconds_count 1',
    ...scanStages.filter((stage) => !onRequest.has(stage)).map((stage) => `ocr_web_scan_stage_duration_seconds_count{stage="${stage}"} 1`),
    'ocr_web_webhook_deliveries_total{status="delivered"} 0',
    'ocr_web_webhook_deliveries_total{status="dead"} 0',
    'ocr_web_webhook_attempt_duration_seconds_count 0',
    'ocr_web_queue_scans{kind="single"} 0',
    'ocr_web_queue_scans{kind="batch"} 0',
    'ocr_web_queue_scans{kind="processing"} 0',
    'ocr_web_webhook_deliveries_pending 0',
    'ocr_web_webhook_overdue_seconds 0',
    'ocr_web_backlog_success 1',
  ]);
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds [\d.e-]+$/m);
  expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
  expect(text).not.toMatch(new RegExp(`ERIKSSON|L898902C|${token}`));
});

test('nothing else is served there', async () => {
  expect([(await ask('/')).status, (await ask('/api/v2/scans')).status]).toEqual([404, 404]);
});

test('a port that is taken ends the start, and the setting is named', async () => {
  const other = await prepareDataDirectory();
  const refusal = await spawnServer(other, { OCR_WEB_METRICS_PORT: String(port) }).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: 1, errors: expect.stringContaining('or set OCR_WEB_METRICS_PORT to another port.') });
  await rm(other, { recursive: true });
});

test('a stop closes it, though a connection to it is kept open', async () => {
  await (await ask('/metrics')).text();
  expect(await server.end('SIGTERM')).toBe(0);
  await expect(ask('/metrics')).rejects.toThrow('fetch failed');
});
