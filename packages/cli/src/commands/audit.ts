import type { AuditHead, AuditVerdict, OpenAuditLog } from '@ocr-web/server';
import { SetupError, UsageError } from '../cli-error.ts';
import { type Command, defineCliCommand } from '../command-line/define-command.ts';
import { exitCode } from '../exit-code.ts';
import { type Terminal, writeLine } from '../terminal.ts';

/** `ocr-web audit`: who did what to which scan. */
export function createAuditCommand(terminal: Terminal): Command {
  return defineCliCommand({
    description: 'Export and verify the audit log: who did what to which scan',
    subCommands: { verify: createAuditVerifyCommand(terminal), export: createAuditExportCommand(terminal) },
    examples: ['ocr-web audit verify', 'ocr-web audit export > audit.ndjson'],
    notes: `Events are linked by a keyed hash: one that was changed, put in or taken out breaks the chain. docs/audit.md
tells what is written down.`,
  });
}

function createAuditVerifyCommand(terminal: Terminal): Command {
  return defineCliCommand({
    description: 'Follow the chain of the audit log from its beginning to its end',
    arguments: {
      head: { type: 'string', valueHint: 'position:hash', description: 'An end of the chain from before, which must still be in it' },
      json: { type: 'boolean', description: 'Print JSON' },
    },
    examples: ['ocr-web audit verify', 'ocr-web audit verify --head 1234:5f0c…'],
    notes: `Prints the end of the chain: note it down elsewhere, and give it the next time, so that a chain that
was cut short is noticed. The exit code is ${exitCode.failed} where the chain is broken.`,
    async run({ head, json }) {
      const known = head === undefined ? undefined : parseHead(head);
      const verdict = await withAuditLog(terminal, (log) => log.verify(known));
      await writeLine(terminal.stdout, json ? JSON.stringify(verdict) : describe(verdict));
      return verdict.broken === null ? exitCode.done : exitCode.failed;
    },
  });
}

function createAuditExportCommand(terminal: Terminal): Command {
  return defineCliCommand({
    description: 'Print the linked events as JSON, one a line, oldest first',
    arguments: { after: { type: 'string', valueHint: 'position', description: 'Only events after this position' } },
    examples: ['ocr-web audit export > audit.ndjson', 'ocr-web audit export --after 1234'],
    async run({ after = '0' }) {
      if (!/^\d{1,15}$/.test(after)) throw new UsageError(`--after must be a position, not ${JSON.stringify(after)}.`);
      await withAuditLog(terminal, async (log) => {
        await log.verify();
        for (let position = Number(after); ; ) {
          const events = await log.read(position);
          for (const event of events) await writeLine(terminal.stdout, JSON.stringify(event));
          if (events.length === 0) return;
          position = events.at(-1)!.position;
        }
      });
      return exitCode.done;
    },
  });
}

function parseHead(text: string): AuditHead {
  const [, position, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (position === undefined || hash === undefined)
    throw new UsageError('--head must be a position and a hash, as audit verify prints them.');
  return { position: Number(position), hash };
}

function describe({ verified, head, broken }: AuditVerdict): string {
  const end = head === null ? 'There are no events.' : `${verified} events verified. The end of the chain is ${head.position}:${head.hash}`;
  if (broken === null) return end;
  return `${end}\nThe chain is broken: the event at position ${broken.position} ${broken.reason === 'altered' ? 'was altered' : 'is missing'}.`;
}

async function withAuditLog<Result>({ environment }: Terminal, work: (log: OpenAuditLog) => Promise<Result>): Promise<Result> {
  const { isStartupError, openAuditLog, parseConfig } = await import('@ocr-web/server');
  try {
    const log = await openAuditLog(parseConfig(environment));
    try {
      return await work(log);
    } finally {
      await log.close();
    }
  } catch (error) {
    if (isStartupError(error)) throw new SetupError(error.message, { cause: error });
    throw error;
  }
}
