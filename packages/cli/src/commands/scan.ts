import { type Command, defineCliCommand } from '../command-line/define-command.ts';
import { exitCode } from '../exit-code.ts';
import { parseScanArguments } from '../scan/parse-scan-arguments.ts';
import { runScan } from '../scan/run-scan.ts';
import { outputFormats } from '../scan/writers/open-writer.ts';
import type { Terminal } from '../terminal.ts';

/** `ocr-web scan`: pictures in, their data out. */
export function createScanCommand(terminal: Terminal): Command {
  return defineCliCommand({
    description: 'Read the machine readable zones of pictures',
    arguments: {
      file: { type: 'positional', required: false, description: 'Picture or PDF, folder with such, or pattern; several may be given' },
      recursive: { type: 'boolean', alias: 'r', description: 'Look into the folders in folders too' },
      watch: { type: 'string', valueHint: 'FOLDER', description: 'Then read every picture that comes into this folder, until Ctrl-C' },
      format: { type: 'enum', options: outputFormats, description: 'How to put results out (table; ndjson with --watch)' },
      json: { type: 'boolean', description: 'The same as --format ndjson: one JSON object a line for each file, in their order' },
      hints: { type: 'boolean', description: 'Also tell JSON and CSV what is wrong with a picture that could not be read well' },
      annotate: { type: 'string', valueHint: 'DIR', description: 'Draw what was found on each page into PNG files in this folder' },
      strict: { type: 'boolean', description: 'Exit with 1 when any file could not be read' },
      processes: { type: 'string', valueHint: 'N', description: 'Readers at work side by side (one for each core)' },
      server: { type: 'string', valueHint: 'URL', description: 'Let this service read instead of this machine (or OCR_WEB_SERVER)' },
      token: {
        type: 'string',
        valueHint: 'TOKEN',
        description: "The service's token (better: OCR_WEB_TOKEN, which no process list shows)",
      },
    },
    takesMany: true,
    examples: [
      'ocr-web scan passport.jpg',
      'ocr-web scan --json scans/*.png > results.ndjson',
      'ocr-web scan --recursive --format csv scans > results.csv',
      'ocr-web scan --annotate drawn "scans/**/front-*.jpg"',
      'ocr-web scan --watch inbox >> results.ndjson',
      'ocr-web scan --strict front.jpg back.jpg',
      'ocr-web scan --server https://ocr.example.org passport.jpg',
    ],
    notes: scanNotes,
    run: (args) => runScan(parseScanArguments(args, terminal.environment), terminal),
  });
}

const scanNotes = `In folders, what ends in .jpg, .jpeg, .png, .webp, .tif, .tiff, .gif, .avif, .bmp, .heic, .heif or .pdf is read, hidden files are not. A file that is
named itself is read whatever it is called. Patterns (*, **, ?, [a-z], {a,b}) are for shells that do not know them, and for more files than a command line holds.

A file that cannot be read gets a record of its own (status ERR and an error) and the others go on. The exit code is ${exitCode.done} when at least one
file could be read, or with --strict when all could, else ${exitCode.failed}; a picture without a machine readable zone has been read.
timing.total_ms is the time from the bytes in memory to the result.

--format ndjson and json (one array) have the keys of v1 and file, mrz and timing; csv has a column for each. The table shows hints below it: what is wrong
with a picture in which nothing or little could be read, and what to do about it. With --hints the other formats have them too.

--watch reads what comes after it started, and before that the files that were named too. A picture is read when nobody has written to it for a second, again when it
is replaced. A bad file gets its record and the watch goes on; it ends with Ctrl-C, exit code ${exitCode.interrupted}.

With a server the output is the same; --processes says how many files are sent side by side, and what was sent stays there for as long as it keeps scans.`;
