import type { KeysReport } from '@ocr-web/server';
import type { Finding } from './finding.ts';

const check = 'master key';
const keepCopy = 'Keep a copy of it, apart from the copies of the data.';

/** The finding on the keys under which everything is sealed that is stored. */
export function checkKeys(report: KeysReport): Finding {
  switch (report.state) {
    case 'off':
      return {
        check,
        status: 'warning',
        detail: 'OCR_WEB_ENCRYPTION is off: identities are stored in clear text',
        advice: 'Leave it on, unless an upgrade from a version without it is under way.',
      };
    case 'given':
      return { check, status: 'ok', detail: `${report.ids[0]} seals, from OCR_WEB_MASTER_KEY` };
    case 'in_file':
      return checkFile(report);
    case 'not_made':
      return { check, status: 'ok', detail: `${report.path} does not exist yet: the first start makes it. ${keepCopy}` };
    case 'missing':
      return {
        check,
        status: 'failed',
        detail: 'there is none, and with DATABASE_URL none is made',
        advice: 'Set OCR_WEB_MASTER_KEY to what "ocr-web keys create" prints, in every process.',
      };
    case 'unusable':
      return { check, status: 'failed', detail: report.reason, advice: 'Restore the file from its copy.' };
  }
}

function checkFile({ path, ids, mode }: Extract<KeysReport, { state: 'in_file' }>): Finding {
  const detail = `${ids[0]} seals, from ${path}`;
  // On Windows every file says that all may read it.
  if ((mode & 0o077) === 0 || process.platform === 'win32') return { check, status: 'ok', detail };
  return { check, status: 'warning', detail: `${detail}, which others may read`, advice: `chmod 600 ${path}` };
}
