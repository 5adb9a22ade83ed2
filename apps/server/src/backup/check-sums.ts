import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** In the form of `sha256sum`, which can check it too. */
export const sumsFile = 'SHA256SUMS';

/** SHA-256 in hex of the files of a backup, by their paths in it. */
export type Sums = ReadonlyMap<string, string>;

export function renderSums(sums: Sums): string {
  return [...sums].map(([path, sum]) => `${sum}  ${path}\n`).join('');
}

/** @throws Error for a line that is no sum */
export async function readSums(directory: string): Promise<Sums> {
  const lines = (await readFile(join(directory, sumsFile), 'utf8')).split('\n').filter((line) => line !== '');
  return new Map(lines.map(readLine));
}

// Nothing that leads out of the folder.
const linePattern = /^([0-9a-f]{64}) {2}((?:[\w-]+\/)*[\w-]+(?:\.\w+)*)$/;

function readLine(line: string): [path: string, sum: string] {
  const [, sum, path] = linePattern.exec(line) ?? [];
  if (sum === undefined || path === undefined) throw new Error(`${sumsFile} has a line that is none of its own.`);
  return [path, sum];
}

/** Reads every file of a backup again. Returns the paths of those that are missing or others. */
export async function findDamaged(directory: string, sums: Sums, signal: AbortSignal): Promise<string[]> {
  const damaged: string[] = [];
  for (const [path, sum] of sums) {
    signal.throwIfAborted();
    const found = await sumOfFile(join(directory, path)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      return undefined;
    });
    if (found !== sum) damaged.push(path);
  }
  return damaged;
}

export function sumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export async function sumOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
