const riffHeaderBytes = 12;
const chunkHeaderBytes = 8;
const exifChunk = 0x45584946;
/** A chunk that every decoder passes over (RFC 9649, 2.7.1.6). */
const unknownChunk = 0x58585858;
const orientationTag = 0x0112;
const entryBytes = 12;

/**
 * Takes the EXIF orientation out of a WebP, since some browsers heed it and others do not.
 *
 * @returns 1 to 8, and a copy of the file in which nothing of it is left
 */
export function takeWebpOrientation(bytes: Uint8Array): { readonly orientation: number; readonly bytes: Uint8Array } {
  const at = findExifChunk(bytes);
  if (at === undefined) return { orientation: 1, bytes };
  const copy = bytes.slice();
  new DataView(copy.buffer).setUint32(at, unknownChunk);
  return { orientation: readOrientation(bytes.subarray(at + chunkHeaderBytes)), bytes: copy };
}

/** Every step passes over a chunk's header at least, so that their number is bounded. */
function findExifChunk(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = riffHeaderBytes;
  while (at + chunkHeaderBytes <= bytes.length) {
    if (view.getUint32(at) === exifChunk) return at;
    const size = view.getUint32(at + 4, true);
    at += chunkHeaderBytes + size + (size % 2);
  }
  return undefined;
}

/**
 * Reads the orientation of the first directory (TIFF 6.0, section 2). Some writers put the
 * signature of JPEG's segment before it.
 */
function readOrientation(chunk: Uint8Array): number {
  const exif = String.fromCharCode(...chunk.subarray(0, 4)) === 'Exif' ? chunk.subarray(6) : chunk;
  const view = new DataView(exif.buffer, exif.byteOffset, exif.byteLength);
  try {
    const isLittleEndian = view.getUint16(0) === 0x4949;
    const directory = view.getUint32(4, isLittleEndian);
    const entries = view.getUint16(directory, isLittleEndian);
    for (let index = 0; index < entries; index++) {
      const entry = directory + 2 + index * entryBytes;
      if (view.getUint16(entry, isLittleEndian) === orientationTag) return view.getUint16(entry + 8, isLittleEndian);
    }
  } catch (error) {
    // A broken directory is no reason to refuse a picture.
    if (!(error instanceof RangeError)) throw error;
  }
  return 1;
}
