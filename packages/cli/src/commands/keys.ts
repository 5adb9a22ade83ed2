import type { RotatedKeys } from '@ocr-web/server';
import { SetupError } from '../cli-error.ts';
import { type Command, defineCliCommand } from '../command-line/define-command.ts';
import { exitCode } from '../exit-code.ts';
import { type Terminal, writeLine } from '../terminal.ts';

/** `ocr-web keys`: the master keys under which everything is sealed that is stored. */
export function createKeysCommand(terminal: Terminal): Command {
  return defineCliCommand({
    description: 'Make and rotate the master keys of what is stored',
    subCommands: { create: createKeysCreateCommand(terminal), rotate: createKeysRotateCommand(terminal) },
    examples: ['ocr-web keys create', 'ocr-web keys rotate'],
    notes: `The keys lie in the file that OCR_WEB_MASTER_KEY_FILE names, beside the data folder unless it names
another, or in OCR_WEB_MASTER_KEY. Without them nothing that is stored can be read: keep a copy of
them, apart from the copies of the data.`,
  });
}

function createKeysCreateCommand({ stdout }: Terminal): Command {
  return defineCliCommand({
    description: 'Print a new master key, for OCR_WEB_MASTER_KEY',
    examples: ['OCR_WEB_MASTER_KEY=$(ocr-web keys create) ocr-web serve'],
    async run() {
      const { createMasterKeyText } = await import('@ocr-web/server');
      await writeLine(stdout, createMasterKeyText());
      return exitCode.done;
    },
  });
}

function createKeysRotateCommand({ environment, stdout }: Terminal): Command {
  return defineCliCommand({
    description: 'Put everything that is stored under another master key',
    arguments: { json: { type: 'boolean', description: 'Print JSON' } },
    examples: ['ocr-web keys rotate', 'OCR_WEB_MASTER_KEY="$NEW,$OLD" DATABASE_URL=... ocr-web keys rotate'],
    notes: `Keys in a file: a new one takes the place of the old ones, also while the service runs on the folder.
Keys in OCR_WEB_MASTER_KEY: everything is put under the first of them. Give all processes the new key
before the old one, run this, then take the old one away. Backups that were made before need the old
one: keep it as long as you keep them. Only the keys of rows are sealed again, not
what they seal; cut off, it is run again.`,
    async run({ json }) {
      const { isStartupError, parseConfig, rotateKeys } = await import('@ocr-web/server');
      try {
        const rotated = await rotateKeys(parseConfig(environment));
        await writeLine(stdout, json ? JSON.stringify(rotated) : describe(rotated));
        return exitCode.done;
      } catch (error) {
        if (isStartupError(error)) throw new SetupError(error.message, { cause: error });
        throw error;
      }
    },
  });
}

function describe({ masterKeyId, rewrapped, unused, file }: RotatedKeys): string {
  const done = `Everything is under the master key ${masterKeyId} (${rewrapped} keys of rows were wrapped again).`;
  if (unused.length === 0) return file === null ? `${done} Put a newer key first in OCR_WEB_MASTER_KEY to rotate.` : done;
  const former = unused.join(', ');
  const place = file === null ? 'can be taken out of OCR_WEB_MASTER_KEY.' : `was taken out of ${file}: copy that file anew.`;
  const backups = `Backups of before need ${former}: keep ${file === null ? 'it' : 'the former copy'} as long as you keep them.`;
  return `${done}\nNothing here is under ${former} any more, which ${place} ${backups}`;
}
