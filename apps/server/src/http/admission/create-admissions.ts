import type { TokenRegistry } from '../../tokens/registry/open-token-registry.ts';
import type { AppDeps } from '../app-deps.ts';
import { type Admission, createAdmission } from './admission.ts';

/**
 * Everything of which only so much is done at the same time, each shared among owners by the same
 * rule.
 */
export type Admissions = {
  /** Files that are taken in alone; each is held in memory. */
  readonly uploads: Admission;
  readonly batches: Admission;
  /** Events and results of batches. */
  readonly streams: Admission;
  /** Each holds a file in memory until a reader is free. */
  readonly drawings: Admission;
};

/** Makes the gates of the service. */
export function createAdmissions(config: AppDeps['config'], tokens: Pick<TokenRegistry, 'countOwners'>): Admissions {
  const shared = {
    isAlone: () => tokens.countOwners() <= 1,
    minBytesPerSecond: config.minUploadBytesPerSecond,
    graceMs: config.uploadGraceSeconds * 1000,
    now: () => performance.now(),
  };
  const uploadsFull = { code: 'uploads.full', message: 'Too many uploads at the same time. Try again in a moment.' } as const;
  const streamsFull = { code: 'streams.full', message: 'Too many streams are open. Try again in a moment.' } as const;
  const drawingsFull = {
    code: 'drawings.full',
    message: 'Too many pictures are being drawn at the same time. Try again in a moment.',
  } as const;
  return {
    uploads: createAdmission({ ...shared, capacity: config.maxConcurrentUploads, refusal: uploadsFull }),
    batches: createAdmission({ ...shared, capacity: config.maxConcurrentBatches, refusal: uploadsFull }),
    streams: createAdmission({ ...shared, capacity: config.maxStreams, refusal: streamsFull }),
    drawings: createAdmission({ ...shared, capacity: config.maxConcurrentUploads, refusal: drawingsFull }),
  };
}
