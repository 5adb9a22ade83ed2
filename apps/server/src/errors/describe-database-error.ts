import type { Explanation } from './describe-system-error.ts';

const restore =
  'Stop everything that uses this folder, then put a backup of it in its place, or move it away and start with an empty one. Its pictures are files in the folder "pictures".';

/**
 * By the primary result codes of SQLite (sqlite.org/rescode.html). `%` stands for the data folder.
 */
const explanations: Readonly<Record<number, Explanation>> = {
  5: { problem: 'another process uses the database in %', advice: 'Stop it, or set OCR_WEB_DATA_DIR to another folder.' },
  7: { problem: 'there is too little memory for the database in %', advice: 'Free some memory on this machine.' },
  8: {
    problem: 'the database in % may be read only',
    advice: 'Give this user the right to write in the folder and its files, and look whether its disk is mounted for reading only.',
  },
  10: {
    problem: 'the disk fails to read or write the database in %',
    advice: 'Look into the log of the system (dmesg), and move the folder to a sound disk.',
  },
  11: { problem: 'the database in % is damaged', advice: restore },
  14: {
    problem: 'the database in % cannot be opened',
    advice: 'Look whether this user may write in the folder and its files, and whether a folder has the name of the database.',
  },
  26: { problem: 'the database in % is damaged, or another file has its name', advice: restore },
};

/** SQLITE_FULL: the disk is full. */
export const sqliteFull = 13;
/** SQLITE_CORRUPT and SQLITE_NOTADB. */
export const sqliteDamaged: readonly number[] = [11, 26];

/**
 * Returns the primary result code of an error of node:sqlite: the low byte of its extended one.
 * Undefined for every other error.
 */
export function readSqliteCode(error: Error): number | undefined {
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  return code === 'ERR_SQLITE_ERROR' && typeof errcode === 'number' ? errcode & 0xff : undefined;
}

/**
 * Explains an error of node:sqlite. Not for a full disk, whose explanation needs to look at the
 * disk.
 *
 * @returns undefined for every other error
 */
export function describeDatabaseError(error: Error, dataDirectory: string): Explanation | undefined {
  const code = readSqliteCode(error);
  const explanation = code === undefined ? undefined : explanations[code];
  return (
    explanation && { problem: `${explanation.problem.replace('%', () => dataDirectory)} (${error.message})`, advice: explanation.advice }
  );
}
