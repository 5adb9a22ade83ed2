import { type BatchClient, openBatchClient } from '../src/client/batches/batch-client.ts';
import { openScanClient, type ScanClient } from '../src/client/scans/scan-client.ts';
import { openTransport, type Transport } from '../src/client/transport/transport.ts';
import type { ScanBody } from '../src/schemas/v2/scans/scan.ts';

export type TestClient = {
  readonly transport: Transport;
  readonly scans: ScanClient;
  readonly batches: BatchClient;
  /**
   * Every pause that the client took, milliseconds. They take no time here: the clock is moved on
   * instead.
   */
  readonly pauses: readonly number[];
};

type TestClientOptions = { readonly timeoutMs?: number; readonly maxRetries?: number };

/** A client with everything real but its clock and its dice, which always fall in the middle. */
export function openTestClient(baseUrl: string, { timeoutMs = 5_000, maxRetries = 3 }: TestClientOptions = {}): TestClient {
  const pauses: number[] = [];
  let time = Date.parse('2026-11-23T12:00:00Z');
  const clock = {
    now: () => new Date(time),
    wait: async (ms: number, signal?: AbortSignal) => {
      await Promise.resolve();
      signal?.throwIfAborted();
      pauses.push(ms);
      time += ms;
    },
  };
  const transport = openTransport({ baseUrl, token: 'secret', fetch: globalThis.fetch, timeoutMs, maxRetries, random: () => 0.5, clock });
  return { transport, scans: openScanClient(transport), batches: openBatchClient(transport), pauses };
}

/** A scan that waits. */
export const queuedScan: ScanBody = {
  ...{ id: 7, object: 'scan', status: 'queued', reference: null, batch_id: null },
  ...{ created_at: '2026-11-23T12:00:00Z', finished_at: null, expires_at: '2026-11-24T12:00:00Z', error: null },
  file: { media_type: 'image/png', bytes: 3, url: 'http://127.0.0.1/pictures/1', expires_at: null },
  result: null,
};

/** The same scan, done. */
export const failedScan: ScanBody = {
  ...queuedScan,
  status: 'failed',
  finished_at: '2026-11-23T12:00:01Z',
  error: { code: 'picture.corrupt', message: 'The file is cut off.' },
};
