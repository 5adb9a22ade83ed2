import { Counter, Histogram, Registry } from 'prom-client';
import type { ScanTimes } from '../scans/processing/process-scan.ts';
import { latencyBounds } from '../statistics/latency-ranges.ts';
import { scanOutcomes } from '../statistics/name-activity.ts';
import { countAttempts, type EndedAttempt } from './count-attempts.ts';
import { countCalls } from './count-calls.ts';
import { countReaderEnds } from './count-reader-ends.ts';
import { observeStageTimes } from './observe-stage-times.ts';
import type { ObserveCall } from './observed-call.ts';

/** An answered request. Of its address only the pattern of the route is known here. */
export type AnsweredRequest = {
  readonly method: string;
  /** The pattern, such as `/api/v2/scans/:id`; undefined where no route is. */
  readonly route: string | undefined;
  readonly status: number;
  readonly seconds: number;
};

/** What this process counts for Prometheus, since its start. */
export type Metrics = {
  readonly registry: Registry;
  readonly recordRequest: (request: AnsweredRequest) => void;
  /**
   * Counts a scan that has ended.
   *
   * @param names what it is counted as in the statistics too
   */
  readonly recordScan: (names: readonly string[], times: ScanTimes) => void;
  readonly recordDatabaseCall: ObserveCall;
  readonly recordStoreCall: ObserveCall;
  readonly recordAttempt: (attempt: EndedAttempt) => void;
  /** From now on shows how many readers have ended, by reason. */
  readonly followReaders: (ends: ReadonlyMap<string, number>) => void;
};

/** Seconds; a request may wait a minute for its scan. */
const requestBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
const scanBuckets = latencyBounds.map((milliseconds) => milliseconds / 1000);

/** Makes a registry with the metrics that are counted where something happens. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  return {
    registry,
    recordRequest: countRequests(registry),
    recordScan: countScans(registry),
    recordDatabaseCall: countCalls(registry, 'database'),
    recordStoreCall: countCalls(registry, 'store'),
    recordAttempt: countAttempts(registry),
    followReaders: countReaderEnds(registry),
  };
}

function countRequests(registry: Registry): Metrics['recordRequest'] {
  const registers = [registry];
  const requests = new Counter({
    name: 'ocr_web_http_requests_total',
    help: 'Answered requests.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'ocr_web_http_request_duration_seconds',
    help: 'Time from the head of a request to the end of its answer, waiting that it asked for included.',
    labelNames: ['method', 'route'],
    buckets: requestBuckets,
    registers,
  });
  return ({ method, route = 'unmatched', status, seconds }) => {
    requests.inc({ method, route, status });
    durations.observe({ method, route }, seconds);
  };
}

function countScans(registry: Registry): Metrics['recordScan'] {
  const registers = [registry];
  const outcomes = new Counter({
    name: 'ocr_web_scans_finished_total',
    help: 'Scans that ended.',
    labelNames: ['outcome'],
    registers,
  });
  // A rate needs the zero that a first scan is counted from.
  for (const outcome of scanOutcomes) outcomes.inc({ outcome }, 0);
  const failures = new Counter({
    name: 'ocr_web_scan_failures_total',
    help: 'Scans that failed, by code.',
    labelNames: ['code'],
    registers,
  });
  const hints = new Counter({
    name: 'ocr_web_hints_total',
    help: 'Scans with a hint, by hint.',
    labelNames: ['hint'],
    registers,
  });
  const reading = new Histogram({
    name: 'ocr_web_scan_reading_duration_seconds',
    help: 'Time from the claim of a scan to its stored result.',
    buckets: scanBuckets,
    registers,
  });
  const total = new Histogram({
    name: 'ocr_web_scan_duration_seconds',
    help: 'Time from the upload of a scan to its stored result.',
    buckets: scanBuckets,
    registers,
  });
  const observeStages = observeStageTimes(registry);
  return (names, { readingMs, totalMs, stages }) => {
    observeStages(stages);
    for (const name of names) {
      const [kind, detail = ''] = name.split(' ');
      if (kind === 'outcome') outcomes.inc({ outcome: detail });
      if (kind === 'failure') failures.inc({ code: detail });
      if (kind === 'hint') hints.inc({ hint: detail });
    }
    reading.observe(readingMs / 1000);
    // Processes on several machines share the database, not the clock.
    total.observe(Math.max(0, totalMs) / 1000);
  };
}
