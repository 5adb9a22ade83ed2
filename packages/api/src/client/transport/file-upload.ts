/**
 * A file to read. In Node `await openAsBlob('passport.jpg')` of node:fs makes a Blob of a path, in
 * browsers an `<input type="file">` gives one. A stream is collected in memory before it is sent,
 * since it may have to be sent twice.
 */
export type FileInput = Blob | ArrayBuffer | Uint8Array | ReadableStream<Uint8Array>;

/** The file as something that can be sent as often as needed. */
export async function toBlob(file: FileInput): Promise<Blob> {
  if (file instanceof Blob) return file;
  if (file instanceof ArrayBuffer) return new Blob([file]);
  if (ArrayBuffer.isView(file)) return new Blob([file as Uint8Array<ArrayBuffer>]);
  return await new Response(file).blob();
}

/** Bytes a millisecond of the slowest line that is waited for: 800 kbit/s. */
const minBytesPerMs = 100;

/**
 * How long a body may take to be sent, milliseconds. `fetch` does not report the progress of an
 * upload, so the time is granted by size.
 */
export function uploadAllowanceMs(bytes: number): number {
  return Math.ceil(bytes / minBytesPerMs);
}

/**
 * A key that nobody else makes: 128 random bits in hexadecimal. Not crypto.randomUUID, which
 * browsers have on HTTPS pages only.
 */
export function createIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
