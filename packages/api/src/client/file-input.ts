/**
 * A file to read. In Node `await openAsBlob('passport.jpg')` of node:fs makes a Blob of a path, in browsers an `<input type="file">` gives
 * one. A stream is collected in memory before it is sent, since it may have to be sent twice.
 */
export type FileInput = Blob | ArrayBuffer | Uint8Array | ReadableStream<Uint8Array>;

/** The file as something that can be sent as often as needed. */
export async function toBlob(file: FileInput): Promise<Blob> {
  if (file instanceof Blob) return file;
  if (file instanceof ArrayBuffer) return new Blob([file]);
  if (ArrayBuffer.isView(file)) return new Blob([file as Uint8Array<ArrayBuffer>]);
  return await new Response(file).blob();
}
