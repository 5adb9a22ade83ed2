import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/**
 * Writes a body to a temporary file, for what can only be read from its end. The file has no name
 * once it is open, so that nothing is left of it when it is closed, not even after a kill.
 */
export async function spoolBody(body: Readable, directory: string): Promise<FileHandle> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, randomUUID());
  const file = await open(path, 'wx+', 0o600);
  try {
    await rm(path);
    for await (const chunk of body) await file.writeFile(chunk as Buffer);
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}
