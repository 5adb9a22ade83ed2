import { SetupError } from '../cli-error.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { type Terminal, writeLine } from '../terminal.ts';
import { type AnnotatePages, openAnnotations } from './annotate-pages.ts';
import { openPortraitCrops } from './cut-portraits.ts';
import { type FoundFile, findFiles } from './files/find-files.ts';
import { watchFolder } from './files/watch-folder.ts';
import { joinWithBefore } from './join-with-before.ts';
import type { ScanTask } from './parse-scan-arguments.ts';
import type { FileReader } from './readers/file-reader.ts';
import { openLocalReader } from './readers/open-local-reader.ts';
import { openServerReader } from './readers/open-server-reader.ts';
import { type ScanFilesOptions, scanFiles } from './scan-files.ts';
import type { ScannedFile } from './scan-record.ts';
import { startProgress } from './start-progress.ts';
import { openWriter } from './writers/open-writer.ts';
import type { RecordWriter } from './writers/record-writer.ts';

/** A picture in a watched folder that has not changed for so long is complete, milliseconds. */
const settleMs = 1000;

/**
 * Reads the files that were named, then those that are added to the watched folder, and writes the
 * results.
 *
 * @throws SetupError when a folder cannot be used; UsageError; EngineError `model.invalid`
 */
export async function runScan(task: ScanTask, terminal: Terminal): Promise<ExitCode> {
  // First, so that a picture that is added meanwhile counts as new.
  const arrivals = task.watch === undefined ? undefined : await openWatch(task.watch, task.recursive, terminal);
  const files = await findFiles(task.names, task.recursive);
  const annotate = await openDrawings([
    ['--annotate', task.annotate, openAnnotations],
    ['--portrait-crops', task.portraitCrops, openPortraitCrops],
  ]);
  const reader = await openReader(task, arrivals ? task.processes : Math.min(task.processes, files.length));
  const writer = openWriter(task.format, terminal.stdout, task.withHints);
  try {
    // No progress bar where the records themselves appear on the same terminal.
    const showsProgress = task.format === 'table' || terminal.stdout.isTTY !== true;
    const read = (found: readonly FoundFile[], isShown: boolean) =>
      readAll(found, { reader, writer, annotate, withPortraits: task.portrait, joins: task.sides }, terminal, isShown);
    const failed = await read(files, showsProgress);
    for await (const batch of arrivals ?? []) await read(toFound(batch), false);
    await writer.end();
    const isFailed = task.strict ? failed > 0 : failed === files.length;
    return isFailed ? exitCode.failed : exitCode.done;
  } finally {
    await reader.close();
  }
}

type ReadDeps = {
  readonly reader: FileReader;
  readonly writer: RecordWriter;
  readonly annotate: AnnotatePages | undefined;
  readonly withPortraits: boolean;
  readonly joins: boolean;
};

function toFound(files: readonly string[]): FoundFile[] {
  return files.map((file) => ({ file }));
}

/** Returns how many could not be read. */
async function readAll(
  files: readonly FoundFile[],
  { reader, writer, annotate, withPortraits, joins }: ReadDeps,
  terminal: Terminal,
  showsProgress: boolean,
): Promise<number> {
  const { stderr, signal } = terminal;
  const progress = startProgress(stderr, files.length, showsProgress);
  const onNotDrawn = (file: string, { message }: Error) => void stderr.write(`ocr-web: ${file} was read but not drawn: ${message}\n`);
  const options: ScanFilesOptions = { signal, annotate, withPortraits, onNotDrawn };
  let failed = 0;
  let before: ScannedFile | undefined;
  try {
    for await (const scanned of scanFiles(files, reader, options)) {
      if (scanned.record.error) failed++;
      await writer.write(joins ? joinWithBefore(before, scanned) : scanned);
      before = scanned;
      progress.step();
    }
  } finally {
    progress.stop();
  }
  return failed;
}

async function openReader({ service, runtime, visual, portrait, barcodes }: ScanTask, size: number): Promise<FileReader> {
  const wanted = { visual, portrait, barcodes };
  if (service) return openServerReader(service.address, service.token, size, wanted);
  return await openLocalReader(Math.max(1, size), wanted, runtime);
}

/** The folder is listed for the first time before this returns. */
async function openWatch(folder: string, recursive: boolean, terminal: Terminal): Promise<AsyncIterable<string[]>> {
  const { stderr, signal } = terminal;
  const onAccessChange = (error: Error | undefined) => {
    const news = error ? `cannot be read, trying again: ${error.message}` : 'can be read again';
    stderr.write(`ocr-web: ${folder} ${news}\n`);
  };
  try {
    const arrivals = await watchFolder(folder, { recursive, settleMs, onAccessChange, signal });
    if (stderr.isTTY) await writeLine(stderr, `Watching ${folder} until Ctrl-C.`);
    return arrivals;
  } catch (cause) {
    throw new SetupError(`--watch: ${(cause as Error).message}. Name a folder that exists and can be read.`, { cause });
  }
}

type DrawingOption = readonly [name: string, folder: string | undefined, open: (folder: string) => Promise<AnnotatePages>];

/** All that is drawn of a file, one drawing after the other; undefined where nothing is. */
async function openDrawings(options: readonly DrawingOption[]): Promise<AnnotatePages | undefined> {
  const drawings: AnnotatePages[] = [];
  for (const [name, folder, open] of options) {
    if (folder === undefined) continue;
    const drawing = await open(folder).catch((cause: Error) => {
      throw new SetupError(`${name}: the folder cannot be made: ${cause.message}.`, { cause });
    });
    drawings.push(drawing);
  }
  if (drawings.length === 0) return undefined;
  return async (file, reading, signal) => {
    for (const draw of drawings) await draw(file, reading, signal);
  };
}
