import { readSqliteCode, sqliteFull } from './describe-database-error.ts';

/**
 * Tells whether an error says that nothing more can be stored: the disk is full, or the quota of
 * this user is used up.
 */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '') || readSqliteCode(error) === sqliteFull;
}
