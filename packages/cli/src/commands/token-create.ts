import { type Command, defineCliCommand } from '../define-command.ts';
import { exitCode } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { withTokens } from '../with-tokens.ts';
import { writeLine } from '../write-line.ts';

const maxNameLength = 200;

/** `ocr-web token create NAME`: the token alone goes to stdout, so that a script can take it. */
export function createTokenCreateCommand(terminal: Terminal): Command {
  return defineCliCommand({
    name: 'create',
    description: 'Make a token and print it: the only time that it can be seen',
    args: {
      name: { type: 'positional', required: true, description: 'What people recognise it by' },
      json: { type: 'boolean', description: 'Print { id, name, token }' },
    },
    examples: ['ocr-web token create "front desk"', 'TOKEN=$(ocr-web token create ci)'],
    async run({ name, json }) {
      if (name.trim() === '' || name.length > maxNameLength) throw new UsageError(`NAME must have 1 to ${maxNameLength} characters.`);
      const created = await withTokens(terminal, (tokens) => tokens.create(name));
      if (!json) await writeLine(terminal.stderr, `Token "${created.name}" (id ${created.id}); it is stored as a hash and shown only now:`);
      await writeLine(terminal.stdout, json ? JSON.stringify(created) : created.token);
      return exitCode.done;
    },
  });
}
