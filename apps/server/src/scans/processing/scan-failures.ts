import type { EngineErrorCode } from '@ocr-web/reader';

/**
 * Why a scan may fail: what the reader says about its file, and what `processScan` adds. A fault of
 * the models or a stop ends no scan.
 */
export type FailureCode =
  | Exclude<EngineErrorCode, 'model.invalid' | 'engine.closed'>
  | 'picture.missing'
  | 'engine.failed'
  | 'processing.interrupted';

const sentences = {
  'picture.unsupported': 'The file is of a kind that is not read.',
  'picture.too_large': 'The file has too many pixels.',
  'picture.corrupt': 'The file is damaged: its pixels cannot be decoded.',
  'picture.encrypted': 'The file asks for a password.',
  'picture.too_many_pages': 'The file has too many pages.',
  'picture.missing': 'The file was lost before it could be read. Send it again.',
  'engine.timeout': 'Reading the file took too long.',
  'engine.crashed': 'The file brought the reader down, or needed more memory than it may use.',
  'engine.failed': 'The reader failed. It has been logged.',
  'processing.interrupted': 'The service was interrupted too often while it read the file. Send it again.',
} as const satisfies Record<FailureCode, string>;

/**
 * Why a scan failed, in a sentence for the client; another version of the service may have written
 * a code that is not known here.
 */
export function describeFailure(code: string): string {
  const known: Readonly<Record<string, string>> = sentences;
  return known[code] ?? 'The file could not be processed.';
}
