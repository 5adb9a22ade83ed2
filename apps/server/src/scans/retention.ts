import type { Config } from '../config/settings.ts';
import { ServiceError } from '../errors/service-error.ts';

/** How long scans are kept unless somebody asks for another time, and how long at most. */
export type Retention = {
  readonly dataMs: number;
  readonly maxDataMs: number;
  /** From the end of the reading on. */
  readonly pictureMs: number;
  readonly maxPictureMs: number;
};

/** Returns what the settings say. */
export function retentionOf(
  config: Pick<Config, 'retentionHours' | 'maxRetentionHours' | 'pictureRetentionMinutes' | 'strict'>,
): Retention {
  const maxDataMs = config.maxRetentionHours * 3_600_000;
  return {
    dataMs: config.retentionHours * 3_600_000,
    maxDataMs,
    // In strict mode whatever a client asks for.
    pictureMs: config.strict ? 0 : config.pictureRetentionMinutes * 60_000,
    maxPictureMs: config.strict ? 0 : maxDataMs,
  };
}

/** What a client asks for. Pictures go with the scan at the latest. */
export type Retain = { readonly dataMs?: number | undefined; readonly pictureMs?: number | undefined };

/** The columns of a new scan that say how long it is kept. */
export type KeptFor = { readonly expires_at: Date; readonly picture_retention_s: number };

/**
 * Returns how long a new scan is kept.
 *
 * @throws ServiceError `field.invalid` when the client asks for more than may be
 */
export function resolveRetention(retention: Retention, retain: Retain | undefined, now: Date): KeptFor {
  const dataMs = retain?.dataMs ?? retention.dataMs;
  if (dataMs > retention.maxDataMs)
    throw new ServiceError('field.invalid', `It must be ${retention.maxDataMs / 60_000} minutes at most.`, { field: 'retain' });
  const pictureMs = Math.min(retain?.pictureMs ?? retention.pictureMs, retention.maxPictureMs, dataMs);
  return { expires_at: new Date(now.getTime() + dataMs), picture_retention_s: Math.round(pictureMs / 1000) };
}
