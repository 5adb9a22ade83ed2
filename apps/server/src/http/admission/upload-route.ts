import { limitStream, refuseDeclaredLength } from '../body/limit-upload.ts';
import { refuseWhenSpaceIsLow } from '../errors/storage-full.ts';
import type { Admission } from './admission.ts';

export type UploadLimits = {
  readonly maxBodyBytes: number;
  /** The gate through which its requests pass. */
  readonly admission: Admission;
  /** Whether there is too little space to take anything in. */
  readonly isSpaceLow: () => boolean;
};

/** What a JSON body has around a file's base64, and a form around its bytes. */
const envelopeBytes = 64 * 1024;

/** The largest body in which a file of so many bytes may come: in base64, within JSON. */
export function base64BodyBytes(fileBytes: number): number {
  return Math.ceil(fileBytes / 3) * 4 + envelopeBytes;
}

/**
 * What every route that takes an upload begins with: nothing of a body is read that will be
 * refused, and what is read is bounded.
 */
export function uploadRoute({ maxBodyBytes, admission, isSpaceLow }: UploadLimits) {
  return {
    // Ours refuses first, and in our words.
    bodyLimit: maxBodyBytes + 1,
    onRequest: [refuseDeclaredLength(maxBodyBytes), refuseWhenSpaceIsLow(isSpaceLow), admission.enter],
    preParsing: limitStream(maxBodyBytes, admission),
  };
}
