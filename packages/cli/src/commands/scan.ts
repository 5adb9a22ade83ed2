import { availableParallelism } from 'node:os';
import { type Command, defineCliCommand } from '../define-command.ts';
import { exitCode } from '../exit-code.ts';
import type { FileReader } from '../scan/file-reader.ts';
import { openLocalReader } from '../scan/open-local-reader.ts';
import { openServerReader } from '../scan/open-server-reader.ts';
import { renderTable } from '../scan/render-table.ts';
import { scanFiles } from '../scan/scan-files.ts';
import type { ScanRecord } from '../scan/scan-record.ts';
import { startProgress } from '../scan/start-progress.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { writeLine } from '../write-line.ts';

/** `ocr-web scan`: pictures in, their data out. */
export function createScanCommand(terminal: Terminal): Command {
  return defineCliCommand({
    name: 'scan',
    description: 'Read the machine readable zones of pictures',
    args: {
      file: { type: 'positional', required: true, description: 'JPEG, PNG, WebP, TIFF, GIF, AVIF or BMP; several may be given' },
      json: { type: 'boolean', description: 'One JSON object a line for each file, in their order' },
      strict: { type: 'boolean', description: 'Exit with 1 when any file could not be read' },
      processes: { type: 'string', valueHint: 'N', description: `Readers at work side by side (here ${availableParallelism()})` },
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
      'ocr-web scan --strict front.jpg back.jpg',
      'ocr-web scan --server https://ocr.example.org passport.jpg',
    ],
    notes: scanNotes,
    async run(args) {
      const files = args._;
      const reader = await openReader(args, terminal);
      try {
        const verdict = await scan(files, reader, args.json === true, terminal);
        const failed = args.strict ? verdict.failed > 0 : verdict.failed === files.length;
        return failed ? exitCode.failed : exitCode.done;
      } finally {
        await reader.close();
      }
    },
  });
}

const scanNotes = `A file that cannot be read gets a line of its own (status ERR and an error) and the others go on. The exit code is 0 when at least one
file could be read, or with --strict when all could; a picture without a machine readable zone has been read.
timing.total_ms is the time from the bytes in memory to the result.
With a server the output is the same; --processes says how many files are sent side by side, and what was sent stays there for as long as it keeps scans.`;

type ReaderArguments = {
  readonly _: readonly string[];
  readonly processes?: string | undefined;
  readonly server?: string | undefined;
  readonly token?: string | undefined;
};

/** The service that was named, or readers on this machine. */
async function openReader(args: ReaderArguments, { environment }: Terminal): Promise<FileReader> {
  const size = Math.min(parseProcesses(args.processes), args._.length);
  const server = args.server ?? environment.OCR_WEB_SERVER;
  if (server) return openServerReader(server, args.token ?? environment.OCR_WEB_TOKEN, size);
  if (args.token) throw new UsageError('--token belongs to a service: name it with --server.');
  return await openLocalReader(size);
}

/** Reads all and prints; says how many could not be read. */
async function scan(files: readonly string[], reader: FileReader, json: boolean, terminal: Terminal): Promise<{ failed: number }> {
  const { stdout, stderr, now, signal } = terminal;
  // Lines that scroll by on the same screen show how far it is.
  const progress = startProgress(stderr, files.length, !(json && stdout.isTTY));
  const records: ScanRecord[] = [];
  let failed = 0;
  try {
    for await (const record of scanFiles(files, reader, now().toISOString().slice(0, 10), signal)) {
      if (record.error) failed++;
      if (json) await writeLine(stdout, JSON.stringify(record));
      else records.push(record);
      progress.step();
    }
  } finally {
    progress.stop();
  }
  if (!json) await writeLine(stdout, renderTable(records));
  return { failed };
}

function parseProcesses(text: string | undefined): number {
  if (text === undefined) return availableParallelism();
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 256)
    throw new UsageError(`--processes must be a whole number from 1 to 256, not "${text}".`);
  return count;
}
