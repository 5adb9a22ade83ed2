import { createInterface } from 'node:readline';
import { type Command, defineCliCommand } from '../command-line/define-command.ts';
import { exitCode } from '../exit-code.ts';
import { describeText } from '../parse/describe-text.ts';
import { readZoneTexts } from '../parse/read-zone-texts.ts';
import { type Terminal, writeLine } from '../terminal.ts';

/** `ocr-web parse`: the text of machine readable zones in, their data out. */
export function createParseCommand(terminal: Terminal): Command {
  return defineCliCommand({
    description: 'Read the text of machine readable zones from standard input',
    arguments: {
      repair: { type: 'boolean', description: 'Replace similar characters (0 and O, 1 and I …) where check digits leave exactly one way' },
    },
    examples: [
      'ocr-web parse < zone.txt',
      "printf 'I<UTOD231458907<<<<<<<<<<<<<<<\\n7408122F1204159UTO<<<<<<<<<<<6\\nERIKSSON<<ANNA<MARIA<<<<<<<<<<\\n' | ocr-web parse",
      'ocr-web parse --repair < recognised.txt',
    ],
    notes: parseNotes,
    async run({ repair }) {
      if (terminal.stdin.isTTY)
        await writeLine(terminal.stderr, 'Type the lines of a document, then an empty line; press Ctrl-D to finish.');
      const options = { today: terminal.now().toISOString().slice(0, 10), isRepaired: repair === true };
      const lines = createInterface({ input: terminal.stdin, signal: terminal.signal });
      for await (const text of readZoneTexts(lines)) await writeLine(terminal.stdout, JSON.stringify(describeText(text, options)));
      return exitCode.done;
    },
  });
}

const parseNotes = `Each zone gives one JSON object on a line: its data under the keys of v1, its lines, and issues, which
say what is odd about them. An empty line behind a zone has it written at once.

The text may be a whole page with several zones. A zone may be one string or its lines words of one
line, have lost the fillers at its line ends, or have blanks, "_" or "«" for fillers: what was changed
is an issue, and lowers the score where no check digit bears it out. Text without a zone is left out;
only lines that look like one, or a whole text without any, give an object with mrz_detected false.

--repair replaces characters that OCR-B makes alike where that lets every check digit hold and no other
way does. The data are then those of the repaired lines, and never score above 94, or 75 where a digit had to
choose; mrz.repair says what was done: status (holds, proposed, ambiguous, none), each change with
line and column counted from 0 and the check digit that singles it out, and the printed lines. A
wrong character that is no similar one may be repaired wrongly: compare with the document.`;
