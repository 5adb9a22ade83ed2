import type { ServersReport } from '@ocr-web/server';
import type { Finding } from './finding.ts';

/** Findings on the servers that the settings name. */
export function checkServers({ database, pictures }: ServersReport): Finding[] {
  return [...(database ? [checkDatabase(database)] : []), ...(pictures ? [checkPictures(pictures)] : [])];
}

function checkDatabase(database: NonNullable<ServersReport['database']>): Finding {
  if ('reason' in database) return { check: 'database', status: 'failed', ...splitAdvice(database.reason) };
  const { version, pendingMigrations } = database;
  if (pendingMigrations.length === 0)
    return { check: 'database', status: 'ok', detail: `PostgreSQL ${version} answers; its schema is up to date` };
  const detail = `PostgreSQL ${version} answers; pending migrations: ${pendingMigrations.join(', ')}`;
  return {
    check: 'database',
    status: 'warning',
    detail,
    advice: 'The next start or "ocr-web migrate" makes them: back up the database first.',
  };
}

function checkPictures(pictures: NonNullable<ServersReport['pictures']>): Finding {
  if ('reason' in pictures) return { check: 'pictures', status: 'failed', ...splitAdvice(pictures.reason) };
  const detail = pictures.isMade ? 'the bucket can be used' : 'no bucket yet: the first start makes it';
  return { check: 'pictures', status: 'ok', detail };
}

/** The reasons are sentences for the operator; the first one says what is wrong. */
function splitAdvice(reason: string): { detail: string; advice: string } {
  const [, detail = reason, advice = ''] = /^(.*?)\. (.*)$/s.exec(reason) ?? [];
  return { detail, advice };
}
