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

type RetainTimes = { readonly dataMs?: number | undefined; readonly pictureMs?: number | undefined };

/**
 * What is asked for: by the request, or else by its token for whatever it sends. Pictures go with
 * the scan at the latest.
 */
export type Retain = { readonly request?: RetainTimes; readonly token?: RetainTimes };

/** The columns of a new scan that say how long it is kept. */
export type KeptFor = { readonly expires_at: Date; readonly picture_retention_s: number };

/**
 * Returns how long a new scan is kept. What the request says goes before what its token says, and
 * that before the settings. A token may be older than the bound: then the bound holds.
 *
 * @throws ServiceError `field.invalid` when the request asks for more than may be
 */
export function resolveRetention(retention: Retention, retain: Retain | undefined, now: Date): KeptFor {
  const { request, token } = retain ?? {};
  refuseAboveBound(retention, request?.dataMs, 'retain');
  const dataMs = Math.min(request?.dataMs ?? token?.dataMs ?? retention.dataMs, retention.maxDataMs);
  const pictureMs = Math.min(request?.pictureMs ?? token?.pictureMs ?? retention.pictureMs, retention.maxPictureMs, dataMs);
  return { expires_at: new Date(now.getTime() + dataMs), picture_retention_s: Math.round(pictureMs / 1000) };
}

/**
 * @param ms how long something is to be kept
 * @param field what says so
 * @throws ServiceError `field.invalid` when that is longer than anything may be kept
 */
export function refuseAboveBound({ maxDataMs }: Pick<Retention, 'maxDataMs'>, ms: number | undefined, field: string): void {
  if (ms !== undefined && ms > maxDataMs)
    throw new ServiceError('field.invalid', `It must be ${maxDataMs / 60_000} minutes at most.`, { field });
}
