import { languageNames, registerNames } from '@ocr-web/registers';
import { type Command, defineCliCommand } from '../command-line/define-command.ts';
import { exitCode } from '../exit-code.ts';
import { runRegister } from '../register/run-register.ts';
import type { Terminal } from '../terminal.ts';

/** `ocr-web register`: scans and a stay in, the file of a register of guests out. */
export function createRegisterCommand(terminal: Terminal): Command {
  return defineCliCommand({
    description: "Write the file that a register of guests wants of a night's guests",
    arguments: {
      scans: {
        type: 'positional',
        required: false,
        description: 'Records of `ocr-web scan --json`, one guest a line (default: standard input)',
      },
      to: { type: 'enum', options: registerNames, description: 'The register' },
      stay: { type: 'string', valueHint: 'FILE', description: 'JSON file with what no document says; --template writes one' },
      variant: { type: 'string', valueHint: 'NAME', description: 'Another kind of file: soap (ses), flats (alloggiati)' },
      check: { type: 'boolean', description: 'Print what is missing or wrong, and write no file' },
      template: { type: 'boolean', description: 'Print a stay to fill in, with what is missing for each guest' },
      language: { type: 'enum', options: languageNames, description: 'Language of the messages (default en)' },
    },
    examples: [
      'ocr-web register --to ses --template scans.ndjson > stay.json',
      'ocr-web register --to ses --stay stay.json --check scans.ndjson',
      'ocr-web register --to ses --stay stay.json scans.ndjson > ses.xml',
      'ocr-web scan --json front.jpg back.jpg | ocr-web register --to ubyport --stay stay.json > guests.unl',
    ],
    notes: registerNotes,
    run: (args) => runRegister(args, terminal),
  });
}

const registerNotes = `Registers: ses (Spain, SES.HOSPEDAJES), alloggiati (Italy, Alloggiati Web), siba (Portugal),
ubyport (Czechia), evisitor (Croatia). docs/registers.md says what each wants, and where that is
known from. The file is to be uploaded by hand: nothing is sent. Hungary takes no files.

A line is a record of scan --json, or a scan of API v2; guests come in their order, and the guests of
the stay follow the same order. What stay.json says of a guest under "desk" wins over what was read.
A value that a check of the document contradicts is not filed until somebody types it.

The file goes to standard output, what is missing, wrong or was changed to standard error. The exit code is ${exitCode.failed}
when anything is refused; then no file is written.`;
