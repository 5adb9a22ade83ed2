import type { Config, StorageReport } from '@ocr-web/server';
import type { Finding } from './finding.ts';

const gibibyte = 1024 ** 3;
/** Less room than this will not last. */
const leastFreeBytes = gibibyte;

const restore = 'Restore the data folder from a backup, or set OCR_WEB_DATA_DIR to a new folder. Nothing was changed.';

/** Findings on the data folder, the database and the store of pictures. */
export function checkStorage({ dataDirectory }: Pick<Config, 'dataDirectory'>, report: StorageReport): Finding[] {
  if (report.state === 'unusable') {
    const advice = 'Set OCR_WEB_DATA_DIR to a folder that this user may write.';
    return [{ check: 'data folder', status: 'failed', detail: report.reason, advice }, ...skip('there is no data folder to look into')];
  }
  if (report.state === 'not_made') {
    const detail = `${dataDirectory} is not there yet: the first start makes it in ${report.parent}`;
    const advice = `This user may not write ${report.parent}: set OCR_WEB_DATA_DIR to a folder that it may write, or change its owner.`;
    const finding: Finding = report.isWritable
      ? { check: 'data folder', status: 'ok', detail }
      : { check: 'data folder', status: 'failed', detail, advice };
    return [finding, ...skip('made by the first start')];
  }
  if (report.state === 'in_use') {
    const [holder] = report.reason.split('. ');
    return [{ check: 'data folder', status: 'ok', detail: `${holder}` }, ...skip('the server that uses the folder has it open')];
  }
  return [checkRoom(dataDirectory, report.freeBytes), checkDatabase(report.database), checkPictures(report.pictures)];
}

type Free = Extract<StorageReport, { state: 'free' }>;

function checkRoom(dataDirectory: string, freeBytes: number): Finding {
  const detail = `${dataDirectory} can be written and is not in use, ${(freeBytes / gibibyte).toFixed(1)} GiB free`;
  if (freeBytes >= leastFreeBytes) return { check: 'data folder', status: 'ok', detail };
  return { check: 'data folder', status: 'warning', detail, advice: 'Free room on this disk, or set OCR_WEB_RETENTION_HOURS lower.' };
}

function checkDatabase(database: Free['database']): Finding {
  if ('reason' in database) return { check: 'database', status: 'failed', detail: `it does not open: ${database.reason}`, advice: restore };
  if (!database.isMade) return { check: 'database', status: 'ok', detail: 'not there yet: the first start makes it' };
  const { pendingMigrations } = database;
  if (pendingMigrations.length === 0) return { check: 'database', status: 'ok', detail: 'opens; its schema is that of this version' };
  const advice = 'The next start migrates it: make a backup of the data folder before.';
  return { check: 'database', status: 'warning', detail: `opens; to be migrated: ${pendingMigrations.join(', ')}`, advice };
}

function checkPictures(pictures: Free['pictures']): Finding {
  if ('reason' in pictures) {
    const advice = 'Give this user the right to write the folder "pictures" in the data folder.';
    return { check: 'pictures', status: 'failed', detail: `the store cannot be written: ${pictures.reason}`, advice };
  }
  return {
    check: 'pictures',
    status: 'ok',
    detail: pictures.isMade ? 'the store can be written' : 'no store yet: the first start makes it',
  };
}

function skip(detail: string): Finding[] {
  return ['database', 'pictures'].map((check) => ({ check, status: 'skipped', detail }));
}
