import { type EngineErrorCode, isEngineError } from '@ocr-web/reader';
import { ScannerError, type ScannerErrorCode } from '../scanner-error.ts';

const codes: Partial<Record<EngineErrorCode, ScannerErrorCode>> = {
  'picture.unsupported': 'picture-unsupported',
  'picture.corrupt': 'picture-damaged',
  'picture.encrypted': 'picture-unsupported',
  'picture.too_large': 'picture-too-large',
  'picture.too_many_pages': 'picture-too-large',
};

/** Why there is no reading, as the scanner says it. */
export function describeReadingFailure(error: unknown): ScannerError {
  if (error instanceof ScannerError) return error;
  return new ScannerError((isEngineError(error) && codes[error.code]) || 'engine-failed', error);
}
