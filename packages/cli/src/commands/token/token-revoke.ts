import { type Command, defineCliCommand } from '../../command-line/define-command.ts';
import { exitCode } from '../../exit-code.ts';
import { type Terminal, writeLine } from '../../terminal.ts';
import { withTokens } from '../../with-tokens.ts';

/** `ocr-web token revoke ID`. */
export function createTokenRevokeCommand(terminal: Terminal): Command {
  return defineCliCommand({
    description: 'Revoke a token for good: its open connections are closed, its scans stay until they expire',
    arguments: { id: { type: 'positional', required: true, description: 'As "ocr-web token list" shows it' } },
    examples: ['ocr-web token revoke 6f1c1f0e-7f0b-4a53-9c0a-2f6f3b1f8a11'],
    async run({ id }) {
      const isRevoked = await withTokens(terminal, (tokens) => tokens.revoke(id));
      if (isRevoked) await writeLine(terminal.stdout, `Revoked ${id}.`);
      else await writeLine(terminal.stderr, `ocr-web: There is no active token with the id ${id}. "ocr-web token list" shows the ids.`);
      return isRevoked ? exitCode.done : exitCode.failed;
    },
  });
}
