import type { OpenTokens } from '@ocr-web/server';
import { type Command, defineCliCommand } from '../../command-line/define-command.ts';
import { exitCode } from '../../exit-code.ts';
import { renderColumns } from '../../render-columns.ts';
import { type Terminal, writeLine } from '../../terminal.ts';
import { withTokens } from '../../with-tokens.ts';

type Listed = Awaited<ReturnType<OpenTokens['list']>>[number];

/** Title and content of each column. */
const columns: readonly (readonly [string, (token: Listed) => string])[] = [
  ['id', ({ id }) => id],
  ['name', ({ name }) => name],
  ['prefix', ({ prefix }) => prefix ?? ''],
  ['scopes', ({ scopes }) => scopes.join(',')],
  ['rate limit', ({ rate_limit }) => String(rate_limit ?? '')],
  ['scans per day', ({ scans_per_day }) => String(scans_per_day ?? '')],
  ['retain', ({ retain_minutes }) => String(retain_minutes ?? '')],
  ['retain picture', ({ retain_picture_minutes }) => String(retain_picture_minutes ?? '')],
  ['created', ({ created_at }) => created_at],
  ['last used', ({ last_used_at }) => last_used_at ?? ''],
  ['expires', ({ expires_at }) => expires_at ?? ''],
  ['revoked', ({ revoked_at }) => revoked_at ?? ''],
];

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
        const rows = listed.map((token) => columns.map(([, read]) => read(token)));
        await writeLine(
          terminal.stdout,
          renderColumns(
            columns.map(([title]) => title),
            rows,
          ),
        );
      }
      return exitCode.done;
    },
  });
}
