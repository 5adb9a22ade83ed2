import { constants } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { isDatabaseMade, openEmbeddedDatabase } from '../database/open-embedded-database.ts';
import { isStartupError, StartupError } from '../errors/startup-error.ts';
import { lockDirectory } from '../files/lock-directory.ts';
import { withFileHeld } from '../tokens/socket/file-hold.ts';
import { tokenSocketPath } from '../tokens/socket/token-socket-path.ts';

export const databaseFile = 'database/ocr-web.sqlite';
const logFile = `${databaseFile}-wal`;

/**
 * Copies the database of a data folder, also while the service runs on it, and opens the copy.
 *
 * The service holds its file meanwhile: all that changes is appended to the log. So the file is
 * copied first, then the log, and together they are the database as it was when the log was copied.
 *
 * @returns the copy, whose every page was checked
 * @throws StartupError `backup.refused`
 */
export async function copyDatabase(dataDirectory: string, target: string): Promise<Database> {
  if (!isDatabaseMade(dataDirectory))
    throw new StartupError('backup.refused', `${dataDirectory} has no database. Set OCR_WEB_DATA_DIR to the folder of the service.`);
  await mkdir(join(target, 'database'), { mode: 0o700 });
  await whileUnchanged(dataDirectory, async () => {
    await copyFile(join(dataDirectory, databaseFile), join(target, databaseFile), constants.COPYFILE_FICLONE);
    await copyFile(join(dataDirectory, logFile), join(target, logFile)).catch(ignoreMissing);
  });
  const copy = await openEmbeddedDatabase(target);
  try {
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(1)`.execute(copy.sql);
    if (rows[0]?.integrity_check !== 'ok')
      throw new StartupError('backup.refused', 'The database is damaged: its copy fails its own check.');
    return copy;
  } catch (error) {
    await copy.close();
    throw error;
  }
}

/** Where no service runs, its lock keeps one from starting. */
async function whileUnchanged(dataDirectory: string, work: () => Promise<void>): Promise<void> {
  const lock = await lockDirectory(dataDirectory).catch((error: unknown) => {
    if (isStartupError(error) && error.code === 'data_directory.in_use') return undefined;
    throw error;
  });
  const socketPath = tokenSocketPath(dataDirectory);
  if (lock) await work().finally(lock.release);
  else if (socketPath !== undefined) await withFileHeld(socketPath, work);
  else throw new StartupError('backup.refused', 'The path of OCR_WEB_DATA_DIR is too long for a socket: stop the service for a backup.');
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
