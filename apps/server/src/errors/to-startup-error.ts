import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { inspect } from 'node:util';
import { describeDatabaseError, readSqliteCode, sqliteDamaged } from './describe-database-error.ts';
import { describeSystemError, type Explanation } from './describe-system-error.ts';
import { isDiskFull } from './is-disk-full.ts';
import { isStartupError, StartupError, type StartupErrorCode } from './startup-error.ts';

const mebibyte = 1024 * 1024;
/** How many errors of a chain of causes are told. */
const maxCauses = 4;
/** What a first start and some days of pictures take, MiB. */
const neededMib = 200;
/**
 * Below this an unforeseen error may well come from the disk, MiB: databases do not always say what
 * failed.
 */
const hardlyAnyMib = 16;

/**
 * Turns whatever ended a start into a sentence for the operator: what is wrong, and what to do.
 * What is known is explained, wherever in the chain of causes it is found; of the rest its messages
 * and its place are told.
 *
 * @param dataDirectory the folder that was to be used
 */
export function toStartupError(error: unknown, dataDirectory: string): StartupError {
  const chain = listCauses(error);
  for (const cause of chain) {
    if (isStartupError(cause)) return cause;
    const explanation = explain(cause, dataDirectory);
    if (explanation) return new StartupError(codeOf(cause), `${capitalise(explanation.problem)}. ${explanation.advice}`, { cause: error });
  }
  return new StartupError('unforeseen', describeUnforeseen(chain, dataDirectory), { cause: error });
}

function explain(cause: unknown, dataDirectory: string): Explanation | undefined {
  if (!(cause instanceof Error)) return undefined;
  if (isDiskFull(cause)) return describeFullDisk(cause, dataDirectory);
  return describeSystemError(cause, dataDirectory) ?? describeDatabaseError(cause, dataDirectory);
}

function codeOf(cause: unknown): StartupErrorCode {
  if (isDiskFull(cause)) return 'disk.full';
  const sqliteCode = cause instanceof Error ? readSqliteCode(cause) : undefined;
  if (sqliteCode !== undefined) return sqliteDamaged.includes(sqliteCode) ? 'database.damaged' : 'database.unusable';
  const { code = '' } = cause as NodeJS.ErrnoException;
  if (['EMFILE', 'ENFILE', 'ENOMEM', 'EAGAIN'].includes(code)) return 'machine.exhausted';
  return code.startsWith('ERR_') ? 'program.incomplete' : 'data_directory.unusable';
}

function describeFullDisk(cause: Error, dataDirectory: string): Explanation {
  const freeMib = readFreeMib(dataDirectory);
  const free = freeMib === undefined ? '' : `: ${freeMib} MiB are free, ${neededMib} or more should be`;
  const advice = 'Free some, or set OCR_WEB_DATA_DIR to a folder on a larger disk.';
  // A quota may be used up on a disk that has space.
  return describeSystemError(cause, dataDirectory) ?? { problem: `there is no space left on the disk of ${dataDirectory}${free}`, advice };
}

function describeUnforeseen(chain: readonly unknown[], dataDirectory: string): string {
  const freeMib = readFreeMib(dataDirectory);
  return [
    `The service did not start: ${describe(chain[0])}`,
    ...chain.slice(1).map((cause) => `Caused by: ${describe(cause)}`),
    ...(freeMib !== undefined && freeMib < hardlyAnyMib
      ? [`Only ${freeMib} MiB are free on the disk of ${dataDirectory}, which may be the reason: free some space.`]
      : []),
    'Look with "npx ocr-web doctor" for what is wrong. If it finds nothing, this is a fault of the program: report it with these lines.',
  ].join('\n');
}

/**
 * One error with its place in the program, and whatever else was thrown as far as it can be written
 * on a line.
 */
function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return inspect(cause, { depth: 1, breakLength: Number.POSITIVE_INFINITY }).slice(0, 500);
  const { code } = cause as NodeJS.ErrnoException;
  const place = /^\s+at (.+)$/m.exec(cause.stack ?? '')?.[1];
  return `${cause.name}${code === undefined ? '' : ` (${code})`}: ${cause.message}${place === undefined ? '' : `, at ${place}`}`;
}

function listCauses(error: unknown): unknown[] {
  const chain = [error];
  while (chain.length < maxCauses) {
    const last = chain.at(-1);
    if (!(last instanceof Error) || last.cause === undefined) break;
    chain.push(last.cause);
  }
  return chain;
}

/**
 * Of the disk of the folder, or of the nearest one that is there. Undefined where the system does
 * not say.
 */
function readFreeMib(directory: string): number | undefined {
  try {
    const { bavail, bsize } = statfsSync(directory);
    return Math.floor((bavail * bsize) / mebibyte);
  } catch {
    return dirname(directory) === directory ? undefined : readFreeMib(dirname(directory));
  }
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
