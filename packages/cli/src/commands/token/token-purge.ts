import { type Command, defineCliCommand } from '../../command-line/define-command.ts';
import { exitCode } from '../../exit-code.ts';
import { type Terminal, writeLine } from '../../terminal.ts';
import { withTokens } from '../../with-tokens.ts';

/** `ocr-web token purge ID`: may be interrupted and given again. */
export function createTokenPurgeCommand(terminal: Terminal): Command {
  return defineCliCommand({
    description: 'Revoke a token for good and delete everything created with it: scans, pictures, batches, webhooks',
    arguments: {
      id: { type: 'positional', required: true, description: 'As "ocr-web token list" shows it' },
      json: { type: 'boolean', description: 'Print as JSON how many of each kind were deleted' },
    },
    examples: ['ocr-web token purge 6f1c1f0e-7f0b-4a53-9c0a-2f6f3b1f8a11'],
    async run({ id, json }) {
      const purged = await withTokens(terminal, (tokens) => tokens.purge(id));
      if (!purged) {
        await writeLine(terminal.stderr, `ocr-web: There is no token with the id ${id}. "ocr-web token list" shows the ids.`);
        return exitCode.failed;
      }
      const counts = Object.entries(purged).map(([kind, count]) => `${kind.replace('_', ' ')} ${count}`);
      await writeLine(terminal.stdout, json ? JSON.stringify({ id, ...purged }) : `Purged ${id}. Deleted: ${counts.join(', ')}.`);
      return exitCode.done;
    },
  });
}
