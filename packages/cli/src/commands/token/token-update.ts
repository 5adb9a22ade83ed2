import { UsageError } from '../../cli-error.ts';
import { type Command, defineCliCommand } from '../../command-line/define-command.ts';
import { exitCode } from '../../exit-code.ts';
import { type Terminal, writeLine } from '../../terminal.ts';
import { withTokens } from '../../with-tokens.ts';
import { limitOptions, parseLimits } from './token-options.ts';

/** `ocr-web token update ID`. */
export function createTokenUpdateCommand(terminal: Terminal): Command {
  return defineCliCommand({
    description: 'Change the limits of a token; they hold at once',
    arguments: { id: { type: 'positional', required: true, description: 'As "ocr-web token list" shows it' }, ...limitOptions },
    examples: ['ocr-web token update --scans-per-day 500 --rate-limit none 6f1c1f0e-7f0b-4a53-9c0a-2f6f3b1f8a11'],
    async run({ id, ...values }) {
      const limits = parseLimits(values);
      if (Object.keys(limits).length === 0)
        throw new UsageError('Name a limit: --rate-limit, --scans-per-day, --retain or --retain-picture.');
      const updated = await withTokens(terminal, (tokens) => tokens.update(id, limits));
      if (updated) await writeLine(terminal.stdout, `Updated ${id}.`);
      else await writeLine(terminal.stderr, `ocr-web: There is no token with the id ${id}. "ocr-web token list" shows the ids.`);
      return updated ? exitCode.done : exitCode.failed;
    },
  });
}
