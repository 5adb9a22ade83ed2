import type { ScanResult } from '@ocr-web/api/client';
import type { ScanRecord } from './scan-record.ts';

/** What one file gave: its record, and what a person could do better; no hints where it could not be read. */
export type ScannedFile = { readonly record: ScanRecord; readonly hints: ScanResult['hints'] };
