import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';

/** A body in a temporary file. */
export type Spool = {
  readonly bytes: number;
  /** Streams the bytes from `start` up to, and without, `end`. */
  readonly read: (start: number, end: number) => Readable;
  readonly close: () => Promise<void>;
};

/** Counter mode can begin anywhere, which an archive needs; nobody else can write to the file. */
const algorithm = 'aes-256-ctr';
const blockBytes = 16;
const pieceBytes = 65_536;

/**
 * Writes a body to a temporary file, for what can only be read from its end. What is on the disk is
 * encrypted with a key that exists in memory only, and the file has no name once it is open, so
 * that nothing is left of it when it is closed, not even after a kill.
 */
export async function spoolBody(body: Readable, directory: string): Promise<Spool> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, randomUUID());
  const file = await open(path, 'wx+', 0o600);
  const key = randomBytes(32);
  let bytes = 0;
  try {
    await rm(path);
    const cipher = createCipheriv(algorithm, key, counterAt(0));
    for await (const chunk of body) {
      await file.writeFile(cipher.update(chunk as Buffer));
      bytes += (chunk as Buffer).length;
    }
    const read = (start: number, end: number) => Readable.from(readDecrypted(file, key, start, end));
    return { bytes, read, close: () => file.close() };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function* readDecrypted(file: FileHandle, key: Uint8Array, start: number, end: number): AsyncGenerator<Buffer> {
  const decipher = createDecipheriv(algorithm, key, counterAt(Math.floor(start / blockBytes)));
  // Whatever of the first block lies before the start.
  decipher.update(Buffer.alloc(start % blockBytes));
  for (let position = start; position < end; ) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(Math.min(pieceBytes, end - position)), { position });
    if (bytesRead === 0) throw new Error('The temporary file ends too early.');
    position += bytesRead;
    yield decipher.update(buffer.subarray(0, bytesRead));
  }
}

/**
 * The counter block of a block of the file: 128 bits, big-endian (NIST SP 800-38A, section 6.5).
 */
function counterAt(block: number): Buffer {
  const counter = Buffer.alloc(blockBytes);
  counter.writeBigUInt64BE(BigInt(block), 8);
  return counter;
}
