import { availableParallelism } from 'node:os';
import { openReaderPool, type ReaderPool } from '@ocr-web/reader';
import { type Command, defineCliCommand } from '../define-command.ts';
import { exitCode } from '../exit-code.ts';
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
    },
    takesMany: true,
    examples: ['ocr-web scan passport.jpg', 'ocr-web scan --json scans/*.png > results.ndjson', 'ocr-web scan --strict front.jpg back.jpg'],
    notes: scanNotes,
    async run(args) {
      const files = args._;
      const size = Math.min(parseProcesses(args.processes), files.length);
      const pool = await openReaderPool({ size });
      try {
        const verdict = await scan(files, pool, args.json === true, terminal);
        const failed = args.strict ? verdict.failed > 0 : verdict.failed === files.length;
        return failed ? exitCode.failed : exitCode.done;
      } finally {
        await pool.close();
      }
    },
  });
}

const scanNotes = `A file that cannot be read gets a line of its own (status ERR and an error) and the others go on. The exit code is 0 when at least one
file could be read, or with --strict when all could; a picture without a machine readable zone has been read.
timing.total_ms is the time from the bytes in memory to the result.`;

/** Reads all and prints; says how many could not be read. */
async function scan(files: readonly string[], pool: ReaderPool, json: boolean, terminal: Terminal): Promise<{ failed: number }> {
  const { stdout, stderr, signal } = terminal;
  // Lines that scroll by on the same screen show how far it is.
  const progress = startProgress(stderr, files.length, !(json && stdout.isTTY));
  const records: ScanRecord[] = [];
  let failed = 0;
  try {
    for await (const record of scanFiles(files, pool, signal)) {
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
