import { UsageError } from '../cli-error.ts';
import { type Command, defineCliCommand } from '../command-line/define-command.ts';
import { exitCode } from '../exit-code.ts';
import { type Terminal, writeLine } from '../terminal.ts';
import { withTokens } from '../with-tokens.ts';

const maxNameLength = 200;

/** `ocr-web token create NAME`: the token alone goes to stdout, so that a script can take it. */
export function createTokenCreateCommand(terminal: Terminal): Command {
  return defineCliCommand({
    description: 'Create a token and print it; it cannot be shown again',
    arguments: {
      name: { type: 'positional', required: true, description: 'A name by which people recognise it' },
      admin: { type: 'boolean', description: 'It may operate the service: /admin and everything under /api/v2/admin' },
      json: { type: 'boolean', description: 'Print { id, name, token, created_at }' },
    },
    examples: ['ocr-web token create "front desk"', 'TOKEN=$(ocr-web token create ci)'],
    async run({ name, admin, json }) {
      if (name.trim() === '' || name.length > maxNameLength) throw new UsageError(`NAME must have 1 to ${maxNameLength} characters.`);
      const created = await withTokens(terminal, (tokens) => tokens.create(name, admin ? ['admin'] : []));
      if (!json)
        await writeLine(terminal.stderr, `Token "${created.name}" (id ${created.id}). Only its hash is stored, so it is shown only now:`);
      await writeLine(terminal.stdout, json ? JSON.stringify(created) : created.token);
      return exitCode.done;
    },
  });
}
