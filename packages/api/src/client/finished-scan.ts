import type { ScanBody } from '../schemas/v2/scan.ts';
import type { ScanResultBody } from '../schemas/v2/scan-result.ts';

type Outcome =
  | { readonly status: 'completed'; readonly result: ScanResultBody; readonly error: null }
  | { readonly status: 'failed'; readonly result: null; readonly error: NonNullable<ScanBody['error']> };

/** A scan that has ended: read, or failed with the reason. */
export type FinishedScan = Omit<ScanBody, keyof Outcome | 'finished_at'> & { readonly finished_at: string } & Outcome;

export function isFinished(scan: ScanBody): scan is ScanBody & FinishedScan {
  return scan.status === 'completed' || scan.status === 'failed';
}
