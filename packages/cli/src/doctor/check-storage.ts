import type { Config, StorageReport } from '@ocr-web/server';
import type { Finding } from './finding.ts';

const gibibyte = 1024 ** 3;
/** Below this the disk will soon be full. */
const minFreeBytes = gibibyte;

const restore = 'Restore the data folder from a backup, or set OCR_WEB_DATA_DIR to a new folder. Nothing was changed.';

/** Findings on the data folder, the database and the store of pictures. */
export function checkStorage({ dataDirectory }: Pick<Config, 'dataDirectory'>, report: StorageReport): Finding[] {
  if (report.state === 'unusable') {
    const advice = 'Set OCR_WEB_DATA_DIR to a folder that this user can write to.';
    return [{ check: 'data folder', status: 'failed', detail: report.reason, advice }, ...skip('there is no data folder')];
  }
  if (report.state === 'not_made') {
    const detail = `${dataDirectory} does not exist yet: the first start creates it in ${report.parent}`;
    const advice = `This user cannot write to ${report.parent}: set OCR_WEB_DATA_DIR to another folder, or change the owner.`;
    const finding: Finding = report.isWritable
      ? { check: 'data folder', status: 'ok', detail }
      : { check: 'data folder', status: 'failed', detail, advice };
    return [finding, ...skip('the first start creates it')];
  }
  if (report.state === 'in_use') {
    const [holder] = report.reason.split('. ');
    return [{ check: 'data folder', status: 'ok', detail: `${holder}` }, ...skip('the running server is using it')];
  }
  return [checkRoom(dataDirectory, report.freeBytes), checkDatabase(report.database), checkPictures(report.pictures)];
}

type Free = Extract<StorageReport, { state: 'free' }>;

function checkRoom(dataDirectory: string, freeBytes: number): Finding {
  const detail = `${dataDirectory} is writable and not in use, ${(freeBytes / gibibyte).toFixed(1)} GiB free`;
  if (freeBytes >= minFreeBytes) return { check: 'data folder', status: 'ok', detail };
  return { check: 'data folder', status: 'warning', detail, advice: 'Free space on this disk, or lower OCR_WEB_RETENTION_HOURS.' };
}

function checkDatabase(database: Free['database']): Finding {
  if ('reason' in database)
    return { check: 'database', status: 'failed', detail: `it cannot be opened: ${database.reason}`, advice: restore };
  if (!database.isMade) return { check: 'database', status: 'ok', detail: 'does not exist yet: the first start creates it' };
  const { pendingMigrations } = database;
  if (pendingMigrations.length === 0) return { check: 'database', status: 'ok', detail: 'opens; its schema is up to date' };
  const advice = 'The next start migrates it: back up the data folder first.';
  return { check: 'database', status: 'warning', detail: `opens; pending migrations: ${pendingMigrations.join(', ')}`, advice };
}

function checkPictures(pictures: Free['pictures']): Finding {
  if ('reason' in pictures) {
    const advice = 'Make the folder "pictures" in the data folder writable for this user.';
    return { check: 'pictures', status: 'failed', detail: `the store is not writable: ${pictures.reason}`, advice };
  }
  return {
    check: 'pictures',
    status: 'ok',
    detail: pictures.isMade ? 'the store is writable' : 'no store yet: the first start creates it',
  };
}

function skip(detail: string): Finding[] {
  return ['database', 'pictures'].map((check) => ({ check, status: 'skipped', detail }));
}
