import { readFile, stat } from 'node:fs/promises';

/** One file that cannot be opened or read; others may well be. */
export class FileError extends Error {
  /** `file.…` when it cannot be opened, else the reader's or the service's code. */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Larger files are refused before they are read. */
const maxBytes = 512 * 1024 * 1024;

/** @throws FileError */
export async function readFileBytes(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > maxBytes) throw new FileError('file.too_large', `The file has ${size} bytes, more than the limit of ${maxBytes}.`);
    return await readFile(file);
  } catch (error) {
    throw error instanceof FileError ? error : explain(error as NodeJS.ErrnoException);
  }
}

function explain(cause: NodeJS.ErrnoException): FileError {
  if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return new FileError('file.missing', 'There is no such file.', { cause });
  if (cause.code === 'EISDIR') return new FileError('file.is_folder', 'This is a folder.', { cause });
  return new FileError('file.unreadable', `The file cannot be read (${cause.code ?? cause.message}).`, { cause });
}
