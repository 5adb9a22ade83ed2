import type { ScanBody } from '../schemas/v2/scan.ts';
import { type FinishedScan, isFinished } from './finished-scan.ts';
import { OcrWebError } from './ocr-web-error.ts';
import { readJson } from './read-answer.ts';
import type { Transport } from './transport.ts';

export type WaitOptions = {
  /** Longest wait, milliseconds. Five minutes when missing. */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
};

/** Shorter than the minute after which proxies give up on an answer. */
const maxHoldSeconds = 20;
/** A service that answers at once, although asked to wait, is not asked again before this. */
const minPauseMs = 1_000;

/** Asks for a scan, each time with the wish to wait, until it has ended. @throws OcrWebError `client.wait_timeout` */
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
