import type { ScanRecord } from '../scan-record.ts';
import type { ScannedFile } from '../scanned-file.ts';

/** What JSON says about a file. */
export function jsonRecord({ record, hints }: ScannedFile, withHints: boolean): ScanRecord & Partial<Pick<ScannedFile, 'hints'>> {
  return withHints ? { ...record, hints } : record;
}
