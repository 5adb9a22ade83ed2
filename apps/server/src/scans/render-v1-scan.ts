import type { V1ScanBody } from '@ocr-web/api';
import type { Scan } from './scan.ts';

const unread: Omit<V1ScanBody, 'id' | 'picture_file' | 'status'> = {
  mrz_detected: false,
  type_doc: null,
  country: null,
  date_of_birth: null,
  expiration_date: null,
  names: null,
  surname: null,
  nationality: null,
  number: null,
  sex: null,
  valid_composite: false,
  valid_date_of_birth: false,
  valid_expiration_date: false,
  valid_number: false,
  valid_score: null,
};

/** Returns the answer of v1 for a scan. The order of its keys is that of the schema which serialises it. */
export function renderV1Scan(scan: Scan, pictureUrl: string): V1ScanBody {
  return { id: scan.id, picture_file: pictureUrl, ...unread, ...scan.result, status: scan.status };
}
