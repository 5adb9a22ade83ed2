import { crc32 } from 'node:zlib';

/** Just below the largest picture that the service takes. */
const size = 20_000_000;

/**
 * Files of a few bytes to 20 MB that cost a careless parser forever, or millions of steps. By name.
 */
export const hostileFiles: Readonly<Record<string, () => Buffer>> = {
  iso: isoSizeZero,
  tiff: emptyDirectories,
  jpeg: fillBytes,
  png: emptyChunks,
  pdf: endlessPdf,
  heif: manyExtents,
};

/**
 * ISO/IEC 14496-12, section 4.2: a box of size 1 has a 64-bit size, and here that is 0, so that no
 * step leads on.
 */
function isoSizeZero(): Buffer {
  return Buffer.concat([box('ftyp', Buffer.from('heic\0\0\0\0mif1heic')), word(1), Buffer.from('mdat'), Buffer.alloc(8)]);
}

/**
 * TIFF 6.0, section 2: three million directories without an entry, each of which leads to the next.
 */
function emptyDirectories(): Buffer {
  const count = 3_000_000;
  const file = Buffer.alloc(8 + count * 6);
  file.write('II*\0', 0, 'latin1');
  file.writeUInt32LE(8, 4);
  for (let index = 0; index < count - 1; index++) file.writeUInt32LE(8 + (index + 1) * 6, 8 + index * 6 + 2);
  return file;
}

/** ITU-T T.81, section B.1.1.2: any number of fill bytes may stand before a marker. */
function fillBytes(): Buffer {
  const file = Buffer.alloc(size, 0xff);
  file.writeUInt16BE(0xffd8, 0);
  return file;
}

/** PNG (ISO/IEC 15948), section 5.3: chunks may be empty. */
function emptyChunks(): Buffer {
  const header = Buffer.from([0, 0, 4, 0, 0, 0, 4, 0, 8, 0, 0, 0, 0]);
  const empty = pngChunk('tEXt', Buffer.alloc(0));
  const count = Math.floor(size / empty.length) - 10;
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([signature, pngChunk('IHDR', header), Buffer.alloc(empty.length * count, empty), pngChunk('IEND', Buffer.alloc(0))]);
}

/** Objects that begin and never end, and no %%EOF, so that all of it is searched for them. */
function endlessPdf(): Buffer {
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(size - 9, '1 0 obj\n<< /Type /Page /Kids [ 1 0 R\n')]);
}

/** ISO/IEC 23008-12, section 6.5.3: as many sizes of pictures (`ispe`) as find room. */
function manyExtents(): Buffer {
  const extent = box('ispe', Buffer.from([0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 4, 0]));
  const extents = Buffer.alloc(extent.length * Math.floor((size - 200) / extent.length), extent);
  const properties = box('iprp', box('ipco', extents));
  return Buffer.concat([box('ftyp', Buffer.from('heic\0\0\0\0mif1heic')), box('meta', Buffer.concat([word(0), properties]))]);
}

function box(type: string, content: Buffer): Buffer {
  return Buffer.concat([word(8 + content.length), Buffer.from(type), content]);
}

function pngChunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), content]);
  return Buffer.concat([word(content.length), named, word(crc32(named))]);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
