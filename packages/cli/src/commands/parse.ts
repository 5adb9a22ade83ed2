import { createInterface } from 'node:readline';
import { parseMrz, scoreDocument } from '@ocr-web/mrz';
import { v1Result } from '@ocr-web/results';
import { type Command, defineCliCommand } from '../command-line/define-command.ts';
import { exitCode } from '../exit-code.ts';
import { type Terminal, writeLine } from '../terminal.ts';

/** `ocr-web parse`: the text of machine readable zones in, their data out. */
export function createParseCommand(terminal: Terminal): Command {
  return defineCliCommand({
    description: 'Read the text of machine readable zones from standard input',
    examples: [
      'ocr-web parse < zone.txt',
      "printf 'I<UTOD231458907<<<<<<<<<<<<<<<\\n7408122F1204159UTO<<<<<<<<<<<6\\nERIKSSON<<ANNA<MARIA<<<<<<<<<<\\n' | ocr-web parse",
    ],
    notes: 'Separate documents with an empty line. Each gives one JSON object on a line: its data under the keys of v1, and its lines.',
    async run() {
      if (terminal.stdin.isTTY)
        await writeLine(terminal.stderr, 'Type the lines of a document, then an empty line; press Ctrl-D to finish.');
      for await (const lines of readDocuments(terminal)) await writeLine(terminal.stdout, JSON.stringify(describe(lines, terminal.now())));
      return exitCode.done;
    },
  });
}

async function* readDocuments({ stdin, signal }: Terminal): AsyncGenerator<string[], void, undefined> {
  let lines: string[] = [];
  for await (const line of createInterface({ input: stdin, signal })) {
    if (line.trim() !== '') {
      lines.push(line.trim());
    } else if (lines.length > 0) {
      yield lines;
      lines = [];
    }
  }
  if (lines.length > 0) yield lines;
}

/**
 * Typed text is certain, so its score depends on the checks alone. Lines of no known format say
 * nothing but themselves.
 */
function describe(lines: readonly string[], now: Date): Record<string, unknown> {
  const document = parseMrz(lines, { today: now.toISOString().slice(0, 10) });
  const zones = document.format === null ? [] : [{ document, score: scoreDocument(document, 1) }];
  const { status: _, ...data } = v1Result({ zones });
  return { ...data, mrz: { format: document.format, lines: document.lines } };
}
