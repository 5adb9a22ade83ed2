import { type Command, defineCliCommand } from '../../command-line/define-command.ts';
import { parseDuration } from '../../command-line/parse-duration.ts';
import { exitCode } from '../../exit-code.ts';
import { type Terminal, writeLine } from '../../terminal.ts';
import { withTokens } from '../../with-tokens.ts';
import { parseEnd } from './token-create.ts';

/** `ocr-web token rotate ID`: the new token alone goes to stdout, so that a script can take it. */
export function createTokenRotateCommand(terminal: Terminal): Command {
  return defineCliCommand({
    description: 'Create a token in the place of another, with its scans, scopes and limits, and print it',
    arguments: {
      id: { type: 'positional', required: true, description: 'As "ocr-web token list" shows it' },
      overlap: {
        type: 'string',
        valueHint: 'DURATION',
        default: '24h',
        description: 'How long the old one is still taken; 0 if it has leaked',
      },
      'expires-in': {
        type: 'string',
        valueHint: 'DURATION',
        description: 'The new one ends after this time; when missing, it lasts as long as the old one was made for',
      },
      json: { type: 'boolean', description: 'Print it with all that is known of it' },
    },
    examples: ['ocr-web token rotate --overlap 24h 6f1c1f0e-7f0b-4a53-9c0a-2f6f3b1f8a11'],
    async run({ id, overlap, 'expires-in': expiresIn, json }) {
      const rotation = { overlapMs: parseDuration(overlap, '--overlap'), expiresAt: parseEnd(expiresIn) };
      const made = await withTokens(terminal, (tokens) => tokens.rotate(id, rotation));
      if (!made) {
        await writeLine(terminal.stderr, `ocr-web: There is no active token with the id ${id}. "ocr-web token list" shows the ids.`);
        return exitCode.failed;
      }
      if (!json) await writeLine(terminal.stderr, `Token "${made.name}" (id ${made.id}) in the place of ${id}. It is shown only now:`);
      await writeLine(terminal.stdout, json ? JSON.stringify(made) : made.token);
      return exitCode.done;
    },
  });
}
