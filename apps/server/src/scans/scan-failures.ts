/** Why a scan failed, in a sentence for the client. The codes are those of the reader's errors and of `processScan`. */
const sentences: Readonly<Record<string, string>> = {
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
};

/** The sentence about a failed scan. */
export function describeFailure(code: string): string {
  return sentences[code] ?? 'The file could not be processed.';
}
