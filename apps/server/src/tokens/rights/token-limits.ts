import type { Selectable } from 'kysely';
import type { Tables } from '../../database/tables.ts';

/** What may be used with a token, and how long what it sends is kept. */
export type TokenLimits = {
  /** Requests in a window; null: as many as the settings say. */
  readonly rateLimit: number | null;
  /** Files in a day; null: as many as there are. */
  readonly scansPerDay: number | null;
  /** How long scans are kept; null: as long as the settings say. */
  readonly retainMinutes: number | null;
  /** How long files are kept from the end of their reading; null: as long as the settings say. */
  readonly retainPictureMinutes: number | null;
};

/** Some of the limits: those that are given. */
export type SomeTokenLimits = { readonly [Key in keyof TokenLimits]?: TokenLimits[Key] | undefined };

type LimitColumns = Pick<Selectable<Tables['tokens']>, (typeof limitColumns)[number]>;

export const limitColumns = ['rate_limit', 'scans_per_day', 'retain_minutes', 'retain_picture_minutes'] as const;

/** Returns the limits in a row. */
export function toTokenLimits(row: LimitColumns): TokenLimits {
  return {
    rateLimit: row.rate_limit,
    scansPerDay: row.scans_per_day,
    retainMinutes: row.retain_minutes,
    retainPictureMinutes: row.retain_picture_minutes,
  };
}

/** Returns the columns of the limits that are given; those of others are undefined. */
export function toLimitColumns(limits: SomeTokenLimits): { readonly [Key in keyof LimitColumns]: LimitColumns[Key] | undefined } {
  return {
    rate_limit: limits.rateLimit,
    scans_per_day: limits.scansPerDay,
    retain_minutes: limits.retainMinutes,
    retain_picture_minutes: limits.retainPictureMinutes,
  };
}
