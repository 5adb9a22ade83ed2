import type { BackupLabel } from '@ocr-web/server';
import { SetupError, UsageError } from '../cli-error.ts';
import { type Command, defineCliCommand } from '../command-line/define-command.ts';
import { showCopying } from '../copying-progress.ts';
import { exitCode } from '../exit-code.ts';
import { type Terminal, writeLine } from '../terminal.ts';

/** `ocr-web backup`: a copy of all that the embedded service keeps, while it runs. */
export function createBackupCommand({ environment, stdout, stderr, signal }: Terminal): Command {
  return defineCliCommand({
    description: 'Copy database and pictures of the data folder into a new folder, also while the service runs',
    arguments: {
      folder: { type: 'positional', required: true, description: 'A folder that is not there yet, best on another disk' },
      'with-master-key': { type: 'boolean', description: 'Put the master key into it, too: whoever finds the backup can then read it' },
      json: { type: 'boolean', description: 'Print JSON' },
    },
    examples: ['ocr-web backup /backups/2026-11-29', 'OCR_WEB_DATA_DIR=/var/lib/ocr-web ocr-web backup --with-master-key /vault/ocr-web'],
    notes: `It has everything as it was at one moment, sealed as it lies in the data folder. Keep the master key
apart from it: without that nothing of it can be read. The folder has its name once it is whole;
until then it ends in .partial. "sha256sum -c SHA256SUMS" in it, or "ocr-web restore", checks it.`,
    async run({ folder, 'with-master-key': withMasterKey = false, json }) {
      if (!folder) throw new UsageError('Name a folder for the backup.');
      const { backUp, isStartupError, parseConfig } = await import('@ocr-web/server');
      const progress = showCopying(stderr);
      const onCopied = ({ pictures, bytes }: { pictures: number; bytes: number }) =>
        progress.update({ what: 'pictures', objects: pictures, bytes });
      try {
        const label = await backUp(parseConfig(environment), folder, { withMasterKey, onCopied, signal });
        progress.end();
        await writeLine(stdout, json ? JSON.stringify(label) : describe(label, folder));
        return exitCode.done;
      } catch (error) {
        progress.end();
        if (isStartupError(error)) throw new SetupError(error.message, { cause: error });
        throw error;
      }
    },
  });
}

function describe({ scans, pictures, picture_bytes, taken_at, master_key_ids, has_master_key }: BackupLabel, folder: string): string {
  const done = `${folder} has ${scans} scans and ${pictures} pictures (${(picture_bytes / 1e6).toFixed(1)} MB) as they were at ${taken_at}.`;
  if (master_key_ids.length === 0) return done;
  const keys = `the master key ${master_key_ids.join(', ')}`;
  return `${done}\n${has_master_key ? `It holds ${keys}: keep it as you would keep the documents.` : `It is of no use without ${keys}.`}`;
}
