import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { StartupError } from '../errors/startup-error.ts';

/** Written last: a folder without it is no whole backup. */
export const labelFile = 'backup.json';

export const masterKeyFile = 'master.key';

const Count = Type.Integer({ minimum: 0 });

/** What a backup says of itself. */
export const BackupLabel = Type.Object({
  /** Of the layout of the folder. */
  version: Type.Literal(1),
  /** The moment whose state the backup has. */
  taken_at: Type.String(),
  scans: Count,
  pictures: Count,
  /** Of all pictures together. */
  picture_bytes: Count,
  /** Pictures that were deleted by the service while the backup was made. */
  deleted_meanwhile: Count,
  /** The keys without which nothing of it can be read. */
  master_key_ids: Type.Array(Type.String()),
  /** Whether these keys lie in it. */
  has_master_key: Type.Boolean(),
});

export type BackupLabel = Static<typeof BackupLabel>;

/** @throws StartupError `backup.refused` for a folder that holds no whole backup of this version */
export async function readLabel(directory: string): Promise<BackupLabel> {
  try {
    return Value.Parse(BackupLabel, JSON.parse(await readFile(join(directory, labelFile), 'utf8')));
  } catch (cause) {
    const sentence = `${directory} holds no whole backup that this version knows: its ${labelFile} cannot be read.`;
    throw new StartupError('backup.refused', sentence, { cause });
  }
}
