import { type Command, defineCliCommand } from '../command-line/define-command.ts';
import { exitCode } from '../exit-code.ts';
import { renderColumns } from '../render-columns.ts';
import { type Terminal, writeLine } from '../terminal.ts';
import { withTokens } from '../with-tokens.ts';

/** `ocr-web token list`. */
export function createTokenListCommand(terminal: Terminal): Command {
  return defineCliCommand({
    description: 'List the tokens, oldest first; the tokens themselves are not stored',
    arguments: { json: { type: 'boolean', description: 'One JSON object a line' } },
    examples: ['ocr-web token list', 'ocr-web token list --json'],
    async run({ json }) {
      const listed = await withTokens(terminal, (tokens) => tokens.list());
      if (json) {
        for (const token of listed) await writeLine(terminal.stdout, JSON.stringify(token));
      } else {
        const rows = listed.map(({ id, name, scopes, created_at, revoked_at }) => [
          id,
          name,
          scopes.join(' '),
          created_at,
          revoked_at ?? '',
        ]);
        await writeLine(terminal.stdout, renderColumns(['id', 'name', 'scopes', 'created', 'revoked'], rows));
      }
      return exitCode.done;
    },
  });
}
