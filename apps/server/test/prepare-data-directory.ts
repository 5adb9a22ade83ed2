import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Makes an empty data folder. */
export function prepareDataDirectory(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'ocr-web-test-'));
}
