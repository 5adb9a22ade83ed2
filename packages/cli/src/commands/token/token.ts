import { type Command, defineCliCommand } from '../../command-line/define-command.ts';
import type { Terminal } from '../../terminal.ts';
import { createTokenCreateCommand } from './token-create.ts';
import { createTokenListCommand } from './token-list.ts';
import { createTokenPurgeCommand } from './token-purge.ts';
import { createTokenRevokeCommand } from './token-revoke.ts';
import { createTokenRotateCommand } from './token-rotate.ts';
import { createTokenUpdateCommand } from './token-update.ts';

/** `ocr-web token`: who may use the service. */
export function createTokenCommand(terminal: Terminal): Command {
  return defineCliCommand({
    description: 'Create, list, change, rotate, revoke and purge the tokens of a data folder',
    subCommands: {
      create: createTokenCreateCommand(terminal),
      list: createTokenListCommand(terminal),
      update: createTokenUpdateCommand(terminal),
      rotate: createTokenRotateCommand(terminal),
      revoke: createTokenRevokeCommand(terminal),
      purge: createTokenPurgeCommand(terminal),
    },
    examples: ['ocr-web token create "front desk"', 'ocr-web token list', 'OCR_WEB_DATA_DIR=/var/lib/ocr-web ocr-web token list'],
    notes: `The data folder is OCR_WEB_DATA_DIR, or .ocr-web in the current folder. If a server is running on it, the
commands go through that server and take effect at once.`,
  });
}
