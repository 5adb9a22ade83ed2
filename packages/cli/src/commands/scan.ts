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
      file: { type: 'positional', required: false, description: 'Pictures, PDFs, folders of them, or patterns' },
      recursive: { type: 'boolean', alias: 'r', description: 'Include subfolders' },
      watch: { type: 'string', valueHint: 'FOLDER', description: 'Then read every picture that is added to this folder, until Ctrl-C' },
      format: { type: 'enum', options: outputFormats, description: 'Output format (default table; ndjson with --watch)' },
      json: { type: 'boolean', description: 'Same as --format ndjson: one JSON object a line for each file, in order' },
      hints: { type: 'boolean', description: 'Add hints to JSON and CSV: what is wrong with a picture that was hard to read' },
      annotate: { type: 'string', valueHint: 'DIR', description: 'Write a PNG drawing of what was found on each page to this folder' },
      visual: { type: 'boolean', description: 'Also read what is printed for people: below the table, in JSON under `visual`' },
      portrait: {
        type: 'boolean',
        description: 'Also find portrait and signature; JSON has their places under `portraits` and `signatures`',
      },
      'portrait-crops': {
        type: 'string',
        valueHint: 'DIR',
        description: 'Cut them out and write them as PNG files to this folder',
      },
      barcodes: { type: 'boolean', description: 'Also read barcodes: below the table, in JSON under `barcodes`' },
      sides: { type: 'boolean', description: 'Join each file with the one before it, where both show sides of one card; with --visual' },
      strict: { type: 'boolean', description: 'Exit with 1 if any file could not be read' },
      processes: { type: 'string', valueHint: 'N', description: 'Number of reader processes (default: one for each core)' },
      server: {
        type: 'string',
        valueHint: 'URL',
        description: 'Send the files to this service instead of reading them here (or OCR_WEB_SERVER)',
      },
      token: {
        type: 'string',
        valueHint: 'TOKEN',
        description: "The service's token (better: OCR_WEB_TOKEN, which process lists do not show)",
      },
    },
    takesMany: true,
    examples: scanExamples,
    notes: scanNotes,
    run: (args) => runScan(parseScanArguments(args, terminal.environment), terminal),
  });
}

const scanExamples = [
  'ocr-web scan passport.jpg',
  'ocr-web scan --json scans/*.png > results.ndjson',
  'ocr-web scan --recursive --format csv scans > results.csv',
  'ocr-web scan --annotate drawn "scans/**/front-*.jpg"',
  'ocr-web scan --watch inbox >> results.ndjson',
  'ocr-web scan --strict front.jpg back.jpg',
  'ocr-web scan --visual --json passport.jpg',
  'ocr-web scan --portrait-crops portraits passport.jpg',
  'ocr-web scan --barcodes --json licence.jpg',
  'ocr-web scan --sides --json front.jpg back.jpg',
  'ocr-web scan --server https://ocr.example.org passport.jpg',
];

const scanNotes = `In folders, files that end in .jpg, .jpeg, .png, .webp, .tif, .tiff, .gif, .avif, .bmp, .heic, .heif
or .pdf are read; hidden files are not. A file that you name is read whatever it is called. Patterns
(*, **, ?, [a-z], {a,b}) are for shells that do not expand them, and for more files than fit on a
command line.

A file that cannot be read gets a record of its own (status ERR and an error), and the others are
still read. The exit code is ${exitCode.done} if at least one file could be read (with --strict: if all could), and
${exitCode.failed} if not. A picture without a machine readable zone counts as read. timing.total_ms is the time from the
bytes in memory to the result.

--format ndjson and json (one array) have the keys of v1 plus file, mrz and timing; csv has a column
for each, and an apostrophe before text that a spreadsheet would take for a formula. Below the table
stand hints: what is wrong with a picture in which little or nothing could be read, and what to do
about it. With --hints the other formats have them too.

--watch first reads the files that you name, then every picture that is added to the folder from now
on. A picture is read once it has not changed for a second, and again when it is replaced. A bad file
gets its record, and the watch continues until Ctrl-C, exit code ${exitCode.interrupted}.

With --server the output is the same. --processes is then how many files are sent at the same time,
and the service keeps them for as long as it keeps scans.`;
