import packageJson from '../../package.json' with { type: 'json' };
import { UsageError } from '../cli-error.ts';
import { type Command, defineCliCommand } from '../command-line/define-command.ts';
import { exitCode } from '../exit-code.ts';
import { type Terminal, writeLine } from '../terminal.ts';
import { createAuditCommand } from './audit.ts';
import { createBackupCommand } from './backup.ts';
import { createCompletionCommand } from './completion.ts';
import { createDoctorCommand } from './doctor.ts';
import { createKeysCommand } from './keys.ts';
import { createMigrateCommand } from './migrate.ts';
import { createMoveCommand } from './move.ts';
import { createParseCommand } from './parse.ts';
import { createRegisterCommand } from './register.ts';
import { createRestoreCommand } from './restore.ts';
import { createScanCommand } from './scan.ts';
import { createServeCommand } from './serve.ts';
import { createTokenCommand } from './token/token.ts';
import { createWebhookCommand } from './webhook.ts';

/** `ocr-web` itself. */
export function createRootCommand(terminal: Terminal): Command {
  const root: Command = defineCliCommand({
    description: 'Reads travel documents: a picture goes in, the data of its machine readable zone comes out',
    arguments: { version: { type: 'boolean', alias: 'v', description: 'Print the version' } },
    subCommands: {
      scan: createScanCommand(terminal),
      parse: createParseCommand(terminal),
      register: createRegisterCommand(terminal),
      serve: createServeCommand(terminal),
      token: createTokenCommand(terminal),
      webhook: createWebhookCommand(terminal),
      audit: createAuditCommand(terminal),
      keys: createKeysCommand(terminal),
      migrate: createMigrateCommand(terminal),
      move: createMoveCommand(terminal),
      backup: createBackupCommand(terminal),
      restore: createRestoreCommand(terminal),
      doctor: createDoctorCommand(terminal),
      completion: createCompletionCommand(terminal, () => root),
    },
    examples: [
      'ocr-web scan passport.jpg',
      'ocr-web scan --json scans/*.png > results.ndjson',
      'ocr-web parse < zone.txt',
      'ocr-web register --to ses --stay stay.json scans.ndjson > ses.xml',
      'ocr-web serve',
      'ocr-web doctor',
    ],
    notes: `EXIT CODES

  ${exitCode.done}    done
  ${exitCode.failed}    failed: no file could be read (with scan --strict: some could not), no such token, doctor found a problem, a register would refuse the guests
  ${exitCode.usage}    the command line is wrong
  ${exitCode.setup}    could not start: a setting, the data folder, the port, the models
  ${exitCode.interrupted}  stopped by Ctrl-C

Settings are environment variables that begin with OCR_WEB_; docs/configuration.md lists them.`,
    async run({ version }) {
      if (!version) throw new UsageError('Name a command.');
      await writeLine(terminal.stdout, packageJson.version);
      return exitCode.done;
    },
  });
  return root;
}
