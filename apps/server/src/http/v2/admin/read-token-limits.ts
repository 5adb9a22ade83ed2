import type { UpdateTokenBody } from '@ocr-web/api';
import { type Retention, refuseAboveBound } from '../../../scans/retention.ts';
import type { SomeTokenLimits } from '../../../tokens/rights/token-limits.ts';

/**
 * Reads the limits of a token; their form was checked by the schema.
 *
 * @throws ServiceError `field.invalid` where it is to keep something longer than anything may be
 */
export function readTokenLimits(body: UpdateTokenBody, retention: Pick<Retention, 'maxDataMs'>): SomeTokenLimits {
  for (const field of ['retain_minutes', 'retain_picture_minutes'] as const) {
    const minutes = body[field];
    refuseAboveBound(retention, minutes === null || minutes === undefined ? undefined : minutes * 60_000, field);
  }
  return {
    rateLimit: body.rate_limit,
    scansPerDay: body.scans_per_day,
    retainMinutes: body.retain_minutes,
    retainPictureMinutes: body.retain_picture_minutes,
  };
}
