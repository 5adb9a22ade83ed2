import { usualTokenScopes } from '@ocr-web/api';
import { UsageError } from '../../cli-error.ts';
import { type Command, defineCliCommand } from '../../command-line/define-command.ts';
import { parseDuration } from '../../command-line/parse-duration.ts';
import { exitCode } from '../../exit-code.ts';
import { type Terminal, writeLine } from '../../terminal.ts';
import { withTokens } from '../../with-tokens.ts';
import { limitOptions, parseLimits, parseScopes } from './token-options.ts';

const maxNameLength = 200;

/** `ocr-web token create NAME`: the token alone goes to stdout, so that a script can take it. */
export function createTokenCreateCommand(terminal: Terminal): Command {
  return defineCliCommand({
    description: 'Create a token and print it; it cannot be shown again',
    arguments: {
      name: { type: 'positional', required: true, description: 'A name by which people recognise it' },
      scopes: {
        type: 'string',
        valueHint: 'LIST',
        description: 'What it may do: scan, read, delete, admin; scan,read,delete when missing',
      },
      admin: { type: 'boolean', description: 'It may also operate the service: /admin and everything under /api/v2/admin' },
      'expires-in': { type: 'string', valueHint: 'DURATION', description: 'It ends after this time, such as 90d; never when missing' },
      ...limitOptions,
      json: { type: 'boolean', description: 'Print it with all that is known of it' },
    },
    examples: [
      'ocr-web token create "front desk"',
      'ocr-web token create --scopes scan --expires-in 90d --scans-per-day 500 kiosk',
      'TOKEN=$(ocr-web token create ci)',
    ],
    async run({ name, scopes, admin, 'expires-in': expiresIn, json, ...limits }) {
      if (name.trim() === '' || name.length > maxNameLength) throw new UsageError(`NAME must have 1 to ${maxNameLength} characters.`);
      const chosen = [...(scopes === undefined ? usualTokenScopes : parseScopes(scopes)), ...(admin ? (['admin'] as const) : [])];
      const options = { scopes: [...new Set(chosen)], expiresAt: parseEnd(expiresIn), ...parseLimits(limits) };
      const created = await withTokens(terminal, (tokens) => tokens.create(name, options));
      if (!json)
        await writeLine(terminal.stderr, `Token "${created.name}" (id ${created.id}). Only its hash is stored, so it is shown only now:`);
      await writeLine(terminal.stdout, json ? JSON.stringify(created) : created.token);
      return exitCode.done;
    },
  });
}

/** Returns when a token ends that is to last so long. */
export function parseEnd(duration: string | undefined): Date | undefined {
  if (duration === undefined) return undefined;
  const ms = parseDuration(duration, '--expires-in');
  if (ms === 0) throw new UsageError('--expires-in must be longer than 0.');
  return new Date(Date.now() + ms);
}
