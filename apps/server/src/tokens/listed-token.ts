import type { TokenScopeName } from '@ocr-web/api';
import type { Selectable } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { limitColumns } from './rights/token-limits.ts';
import { splitScopes } from './rights/token-scopes.ts';

/** A token as people see it, without its text. Times are ISO 8601. */
export type ListedToken = {
  readonly id: string;
  readonly name: string;
  /** How it begins. */
  readonly prefix: string | null;
  readonly scopes: TokenScopeName[];
  readonly rate_limit: number | null;
  readonly scans_per_day: number | null;
  readonly retain_minutes: number | null;
  readonly retain_picture_minutes: number | null;
  readonly created_at: string;
  /** To the minute. */
  readonly last_used_at: string | null;
  readonly expires_at: string | null;
  readonly revoked_at: string | null;
};

export const listedColumns = [
  'id',
  'name',
  'prefix',
  'scopes',
  ...limitColumns,
  'created_at',
  'last_used_at',
  'expires_at',
  'revoked_at',
] as const;

/** Turns a row, as far as `listedColumns` name it, into what is shown. */
export function toListedToken(row: Pick<Selectable<Tables['tokens']>, (typeof listedColumns)[number]>): ListedToken {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    scopes: splitScopes(row.scopes),
    rate_limit: row.rate_limit,
    scans_per_day: row.scans_per_day,
    retain_minutes: row.retain_minutes,
    retain_picture_minutes: row.retain_picture_minutes,
    created_at: row.created_at.toISOString(),
    last_used_at: row.last_used_at?.toISOString() ?? null,
    expires_at: row.expires_at?.toISOString() ?? null,
    revoked_at: row.revoked_at?.toISOString() ?? null,
  };
}
