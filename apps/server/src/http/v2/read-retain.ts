import type { CreateScanParameters } from '@ocr-web/api';
import type { Retain } from '../../scans/retention.ts';
import type { Caller } from '../../tokens/rights/caller.ts';

type RetainQuery = Pick<CreateScanParameters, 'retain' | 'retain_picture'>;

/** Returns how long the query of a create, and its token, ask to keep what it sends. */
export function readRetain(
  { retainMinutes, retainPictureMinutes }: Pick<Caller, 'retainMinutes' | 'retainPictureMinutes'>,
  { retain, retain_picture }: RetainQuery = {},
): Retain {
  return {
    request: { dataMs: inMs(retain), pictureMs: inMs(retain_picture) },
    token: { dataMs: inMs(retainMinutes), pictureMs: inMs(retainPictureMinutes) },
  };
}

function inMs(minutes: number | null | undefined): number | undefined {
  return minutes === undefined || minutes === null ? undefined : minutes * 60_000;
}
