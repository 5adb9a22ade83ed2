import type { CreateScanParameters } from '@ocr-web/api';
import type { Retain } from '../../scans/retention.ts';

/** Returns how long the query of a create asks to keep what it sends. */
export function readRetain({ retain, retain_picture }: Pick<CreateScanParameters, 'retain' | 'retain_picture'>): Retain {
  return { dataMs: inMs(retain), pictureMs: inMs(retain_picture) };
}

function inMs(minutes: number | undefined): number | undefined {
  return minutes === undefined ? undefined : minutes * 60_000;
}
