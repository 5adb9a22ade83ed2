import { SetupError, UsageError } from '../cli-error.ts';
import { type Command, defineCliCommand } from '../command-line/define-command.ts';
import { exitCode } from '../exit-code.ts';
import { type Terminal, writeLine } from '../terminal.ts';

/** `ocr-web restore`: a data folder of what `ocr-web backup` made. */
export function createRestoreCommand({ environment, stdout, signal }: Terminal): Command {
  return defineCliCommand({
    description: 'Put what "ocr-web backup" made into a data folder that has no database yet',
    arguments: { folder: { type: 'positional', required: true, description: 'The folder of the backup' } },
    examples: ['OCR_WEB_DATA_DIR=/var/lib/ocr-web ocr-web restore /backups/2026-11-29'],
    notes: `It checks every file of the backup first. The master key is taken from where the settings say, or
from the backup where that has it and the settings find none. One that was cut off is run again.`,
    async run({ folder }) {
      if (!folder) throw new UsageError('Name the folder of the backup.');
      const { isStartupError, parseConfig, restore } = await import('@ocr-web/server');
      try {
        const config = parseConfig(environment);
        const { scans, pictures, taken_at } = await restore(config, folder, signal);
        await writeLine(stdout, `${config.dataDirectory} has ${scans} scans and ${pictures} pictures as they were at ${taken_at}.`);
        return exitCode.done;
      } catch (error) {
        if (isStartupError(error)) throw new SetupError(error.message, { cause: error });
        throw error;
      }
    },
  });
}
