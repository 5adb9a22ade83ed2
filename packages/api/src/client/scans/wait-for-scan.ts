import type { ScanBody } from '../../schemas/v2/scans/scan.ts';
import type { ScanResultBody } from '../../schemas/v2/scans/scan-result.ts';
import { OcrWebError } from '../ocr-web-error.ts';
import { readJson } from '../transport/read-answer.ts';
import type { Transport } from '../transport/transport.ts';

type Outcome =
  | { readonly status: 'completed'; readonly result: ScanResultBody; readonly error: null }
  | { readonly status: 'failed'; readonly result: null; readonly error: NonNullable<ScanBody['error']> };

/** A scan that has ended: read, or failed with the reason. */
export type FinishedScan = Omit<ScanBody, keyof Outcome | 'finished_at'> & { readonly finished_at: string } & Outcome;

export function isFinished(scan: ScanBody): scan is ScanBody & FinishedScan {
  return scan.status === 'completed' || scan.status === 'failed';
}

export type WaitOptions = {
  /** Longest wait, milliseconds. Five minutes when missing. */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
};

/** Shorter than the minute after which proxies give up. */
const maxHoldSeconds = 20;
/**
 * Least time between two requests, if the service answers at once although it was asked to wait.
 */
const minPauseMs = 1_000;

/**
 * Requests a scan until it has ended; `Prefer: wait` lets the service hold each answer back.
 *
 * @throws OcrWebError `client.wait_timeout`
 */
export async function waitForScan(id: number, options: WaitOptions, { send, clock }: Transport): Promise<FinishedScan> {
  const { timeoutMs = 300_000, signal } = options;
  const end = clock.now().getTime() + timeoutMs;
  for (;;) {
    const askedAt = clock.now().getTime();
    const seconds = Math.min(Math.max(Math.ceil((end - askedAt) / 1000), 1), maxHoldSeconds);
    const request = { path: `/api/v2/scans/${id}`, headers: { prefer: `wait=${seconds}` }, allowanceMs: seconds * 1000 };
    const scan = await send({ ...request, repeatable: true, signal }, readJson<ScanBody>);
    if (isFinished(scan)) return scan;
    const now = clock.now().getTime();
    if (now >= end) throw new OcrWebError('client.wait_timeout', `Scan ${id} is still ${scan.status} after ${timeoutMs} ms.`);
    await clock.wait(Math.min(Math.max(askedAt + minPauseMs - now, 0), end - now), signal);
  }
}
