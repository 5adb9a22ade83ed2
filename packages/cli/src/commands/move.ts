import type { MovedPart } from '@ocr-web/server';
import { SetupError, UsageError } from '../cli-error.ts';
import { type Command, defineCliCommand } from '../command-line/define-command.ts';
import { showCopying } from '../copying-progress.ts';
import { exitCode } from '../exit-code.ts';
import { renderColumns } from '../render-columns.ts';
import { type Terminal, writeLine } from '../terminal.ts';

/** `ocr-web move`: everything that the service keeps, from the data folder to servers or back. */
export function createMoveCommand({ environment, stdout, stderr, signal }: Terminal): Command {
  return defineCliCommand({
    description: 'Copy everything that the service keeps from the data folder to PostgreSQL and S3, or back, and compare both',
    arguments: { to: { type: 'enum', options: ['servers', 'folder'], description: 'Where to; the other one is the source' } },
    examples: [
      'DATABASE_URL=postgresql://ocr@db.example.org/ocr OCR_WEB_S3_BUCKET=pictures ocr-web move --to servers',
      'OCR_WEB_DATA_DIR=/var/lib/ocr-web ocr-web move --to folder',
    ],
    notes: `The settings name both: OCR_WEB_DATA_DIR the folder, DATABASE_URL and OCR_WEB_S3_* the servers. No
process may use either of them. The source stays as it is; the target must be empty. A move that was
cut off is run again. The exit code is ${exitCode.failed} where source and target differ at the end.`,
    async run({ to }) {
      if (to === undefined) throw new UsageError('--to is missing: servers or folder.');
      const { isStartupError, move, parseConfig } = await import('@ocr-web/server');
      const progress = showCopying(stderr);
      try {
        const parts = await move(to, parseConfig(environment), signal, progress.update);
        progress.end();
        await writeLine(stdout, renderParts(parts));
        if (parts.every(isSame)) return exitCode.done;
        await writeLine(
          stderr,
          'ocr-web: source and target differ. Keep the source, see that nobody uses either of them, and run this again.',
        );
        return exitCode.failed;
      } catch (error) {
        progress.end();
        if (isStartupError(error)) throw new SetupError(error.message, { cause: error });
        throw error;
      }
    },
  });
}

function renderParts(parts: readonly MovedPart[]): string {
  const counts = ['Source', 'Target', 'Different'];
  const rows = parts.map(({ name, source, target, different }) => [name, ...[source, target, different].map(String)]);
  return renderColumns(['', ...counts], rows, counts);
}

function isSame({ source, target, different }: MovedPart): boolean {
  return source === target && different === 0;
}
