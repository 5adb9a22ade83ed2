import { availableParallelism } from 'node:os';
import { relative, resolve, sep } from 'node:path';
import { type RuntimeChoice, runtimeChoices } from '@ocr-web/reader-node';
import { SetupError, UsageError } from '../cli-error.ts';
import { parseWholeNumber } from '../command-line/parse-arguments.ts';
import type { Terminal } from '../terminal.ts';
import type { OutputFormat } from './writers/open-writer.ts';

/** What `ocr-web scan` has to do. */
export type ScanTask = {
  readonly names: readonly string[];
  readonly recursive: boolean;
  /** Folder whose new pictures are read once the others have been. */
  readonly watch: string | undefined;
  readonly format: OutputFormat;
  readonly withHints: boolean;
  /** Folder for drawings. */
  readonly annotate: string | undefined;
  readonly strict: boolean;
  /** Read what is printed for people, too. */
  readonly visual: boolean;
  /** Find where portrait and signature are, too. */
  readonly portrait: boolean;
  /** Folder for crops of portraits and signatures. */
  readonly portraitCrops: string | undefined;
  /** Read barcodes, too. */
  readonly barcodes: boolean;
  /** Join each file with the one before it, where both show sides of one card. */
  readonly sides: boolean;
  readonly processes: number;
  /** What computes the networks, where files are read on this machine. */
  readonly runtime: RuntimeChoice;
  readonly service: { readonly address: string; readonly token: string | undefined } | undefined;
};

type ScanArguments = {
  readonly _: readonly string[];
  readonly recursive?: boolean | undefined;
  readonly watch?: string | undefined;
  readonly format?: OutputFormat | undefined;
  readonly json?: boolean | undefined;
  readonly hints?: boolean | undefined;
  readonly annotate?: string | undefined;
  readonly strict?: boolean | undefined;
  readonly visual?: boolean | undefined;
  readonly portrait?: boolean | undefined;
  readonly 'portrait-crops'?: string | undefined;
  readonly barcodes?: boolean | undefined;
  readonly sides?: boolean | undefined;
  readonly processes?: string | undefined;
  readonly server?: string | undefined;
  readonly token?: string | undefined;
};

const maxProcesses = 256;

/** @throws UsageError when options contradict each other; SetupError for a setting */
export function parseScanArguments(args: ScanArguments, environment: Terminal['environment']): ScanTask {
  const { _: names, watch, annotate, processes, 'portrait-crops': portraitCrops } = args;
  if (names.length === 0 && watch === undefined) throw new UsageError('Name a file, a folder or a pattern, or --watch a folder.');
  refuseWatched(watch, '--annotate', annotate);
  refuseWatched(watch, '--portrait-crops', portraitCrops);
  const address = args.server ?? environment.OCR_WEB_SERVER;
  if (!address && args.token) throw new UsageError('--token is for a service: name the service with --server.');
  return {
    names,
    recursive: args.recursive === true,
    watch,
    format: chooseFormat(args),
    withHints: args.hints === true,
    annotate,
    strict: args.strict === true,
    // A front without print says nothing that a back could agree with.
    visual: args.visual === true || args.sides === true,
    portrait: args.portrait === true || portraitCrops !== undefined,
    portraitCrops,
    barcodes: args.barcodes === true,
    sides: args.sides === true,
    processes: processes === undefined ? availableParallelism() : parseWholeNumber('--processes', processes, 1, maxProcesses),
    runtime: parseRuntime(environment.OCR_WEB_RUNTIME),
    service: address ? { address, token: args.token ?? environment.OCR_WEB_TOKEN } : undefined,
  };
}

function parseRuntime(text: string | undefined): RuntimeChoice {
  const choice = runtimeChoices.find((candidate) => candidate === (text || 'auto'));
  if (!choice) throw new SetupError(`OCR_WEB_RUNTIME must be one of ${runtimeChoices.join(', ')}, not "${text}".`);
  return choice;
}

function chooseFormat({ format, json, watch }: ScanArguments): OutputFormat {
  if (json && format !== undefined && format !== 'ndjson')
    throw new UsageError(`--json means --format ndjson and contradicts --format ${format}.`);
  const chosen = format ?? (json || watch !== undefined ? 'ndjson' : 'table');
  if (watch !== undefined && (chosen === 'table' || chosen === 'json')) {
    throw new UsageError(`--format ${chosen} is complete only when all files are read, and --watch never ends: use ndjson or csv.`);
  }
  return chosen;
}

/** @throws UsageError when pictures would be written where pictures are waited for */
function refuseWatched(watch: string | undefined, option: string, folder: string | undefined): void {
  if (watch === undefined || folder === undefined || !contains(watch, folder)) return;
  throw new UsageError(`${option} must not write to the folder that --watch reads: each drawing would be read in turn.`);
}

/** Whether `inner` is `outer` or lies in it. */
function contains(outer: string, inner: string): boolean {
  const way = relative(resolve(outer), resolve(inner));
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way);
}
