import { SetupError } from '../cli-error.ts';
import { type Command, defineCliCommand } from '../command-line/define-command.ts';
import { exitCode } from '../exit-code.ts';
import { type Terminal, writeLine } from '../terminal.ts';

/** `ocr-web migrate`: the schema of the database, without starting the service. */
export function createMigrateCommand({ environment, stdout }: Terminal): Command {
  return defineCliCommand({
    description: 'Bring the schema of the database up to date; every start of the service does so too',
    examples: ['DATABASE_URL=postgresql://ocr@db.example.org/ocr ocr-web migrate'],
    notes: 'A data folder must not be in use. On a PostgreSQL server, several may run at the same time: one does the work.',
    async run() {
      const { isStartupError, migrate, parseConfig } = await import('@ocr-web/server');
      try {
        const names = await migrate(parseConfig(environment));
        await writeLine(stdout, names.length === 0 ? 'The schema is up to date.' : names.map((name) => `migrated: ${name}`).join('\n'));
        return exitCode.done;
      } catch (error) {
        if (isStartupError(error)) throw new SetupError(error.message, { cause: error });
        throw error;
      }
    },
  });
}
