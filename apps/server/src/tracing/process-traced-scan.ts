import type { Reading } from '@ocr-web/reader';
import type { JobPayloads } from '../jobs/job-queue.ts';
import { readPictureOf } from '../pictures/sealed-pictures.ts';
import { type ProcessScanDeps, processScan, type ReadPicture } from '../scans/processing/process-scan.ts';
import { readerStages } from '../scans/processing/scan-stages.ts';
import type { SpanName, TraceSpan, Tracing } from './tracing.ts';

/**
 * Processes a scan as `processScan` does, and records what it does, within the trace of the request
 * that the scan came with.
 */
export async function processTracedScan(
  tracing: Tracing,
  deps: ProcessScanDeps,
  { scanId, traceparent: parent }: JobPayloads['read-scan'],
  signal: AbortSignal,
  row?: unknown,
): Promise<void> {
  const span = tracing.start('process scan', { kind: 'consumer', parent, attributes: { 'ocr_web.scan.id': scanId } });
  const within = <Result>(name: SpanName, work: () => Promise<Result>) => duringSpan(tracing, name, span.traceparent, work);
  let storing: TraceSpan | undefined;
  let failure: { 'ocr_web.scan.status'?: 'failed'; 'error.type'?: 'fault' } = { 'error.type': 'fault' };
  const traced: ProcessScanDeps = {
    ...deps,
    traceparent: span.traceparent,
    fetch: (...picture) => within('fetch picture', () => readPictureOf(...picture)),
    read: (bytes, options) =>
      readTraced(tracing, span, deps.read, bytes, options).finally(() => {
        storing = tracing.start('store result', { parent: span.traceparent });
      }),
  };
  try {
    await processScan(traced, scanId, signal, row);
    failure = {};
  } finally {
    storing?.end(failure);
    span.end(failure);
  }
}

async function readTraced(tracing: Tracing, within: TraceSpan, read: ReadPicture, ...picture: Parameters<ReadPicture>): Promise<Reading> {
  const span = tracing.start('read picture', { parent: within.traceparent, attributes: { 'ocr_web.picture.bytes': picture[0].length } });
  try {
    const reading = await read(...picture);
    recordStages(tracing, span, reading, Date.now());
    span.end({ 'ocr_web.reading.pages': reading.pages.length, 'ocr_web.reading.zones': reading.zones.length });
    return reading;
  } catch (error) {
    span.end({ 'error.type': 'fault' });
    throw error;
  }
}

/**
 * What a reader process says of its time: how long each stage took, over all pages. They are drawn
 * one after the other up to the end of the reading; what is before them is the wait for a free
 * reader and the way to it.
 */
function recordStages(tracing: Tracing, { traceparent: parent }: TraceSpan, { timing }: Reading, endMs: number): void {
  let at = endMs - timing.total_ms;
  for (const stage of readerStages) {
    const spent = timing[`${stage}_ms`];
    if (spent === undefined) continue;
    const end = at + spent;
    tracing.start(stage, { parent, startMs: at }).end({}, end);
    at = end;
  }
}

async function duringSpan<Result>(tracing: Tracing, name: SpanName, parent: string, work: () => Promise<Result>): Promise<Result> {
  const span = tracing.start(name, { parent });
  try {
    const result = await work();
    span.end();
    return result;
  } catch (error) {
    span.end({ 'error.type': 'fault' });
    throw error;
  }
}
