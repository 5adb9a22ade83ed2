/**
 * The files that cost each inspection the most: nothing in them but what it has to step over, up to
 * a length in bytes.
 */
export const worstCases: Readonly<Record<string, (length: number) => Buffer>> = {
  'bmp: no end': (length) => fill(length, 'BM', Buffer.of(0)),
  'gif: no end': (length) => fill(length, 'GIF89a', Buffer.of(0)),
  'heif: boxes of 8 bytes': (length) => fill(length, '\0\0\0\x10ftypheic\0\0\0\0', latin1('\0\0\0\x08free')),
  'heif: boxes in boxes': (length) => fill(length, '\0\0\0\x10ftypheic\0\0\0\0', latin1('\0\0\0\x08ipco')),
  'heif: sizes of pictures': (length) => fill(length, '\0\0\0\x10ftypheic\0\0\0\0', latin1('\0\0\0\x14ispe\0\0\0\0\0\0\0\x10\0\0\0\x10')),
  'jpeg: fill bytes': (length) => fill(length, '\xff\xd8\xff', Buffer.of(0xff)),
  'jpeg: markers alone': (length) => fill(length, '\xff\xd8\xff', Buffer.of(0xd8, 0xff)),
  'jpeg: empty segments': (length) => fill(length, '\xff\xd8', latin1('\xff\xe1\0\x02')),
  'jpeg: no end, almost one everywhere': (length) => fill(length, '\xff\xd8\xff\xda\0\x02', Buffer.of(0xd9)),
  'jpeg: no end, the other half of one everywhere': (length) => fill(length, '\xff\xd8\xff\xda\0\x02', Buffer.of(0xff)),
  'pdf: no end, almost one everywhere': (length) => fill(length, '%PDF-', latin1('%%EO')),
  'pdf: no end, its first letter everywhere': (length) => fill(length, '%PDF-', latin1('%')),
  'png: empty chunks': (length) => fill(length, '\x89PNG\r\n\x1a\n', latin1('\0\0\0\0IDATcrc.')),
  'tiff: empty directories': chainDirectories,
  'tiff: a directory of 65,535 entries': (length) => fill(length, 'MM\0*\0\0\0\x08\xff\xff', Buffer.of(0)),
  'webp: no end': (length) => fill(length, 'RIFF\xff\xff\xff\xffWEBPVP8X', Buffer.of(0)),
  'svg: no tag': (length) => fill(length, '', latin1('<svg')),
};

/** Base64 text with a blank behind each digit. */
export const spacedText = (length: number): string => Buffer.alloc(length, 'A ').toString('latin1');

const latin1 = (text: string) => Buffer.from(text, 'latin1');

const fill = (length: number, head: string, unit: Buffer) => Buffer.concat([latin1(head), Buffer.alloc(length - head.length, unit)]);

/** Directories without entries, each of which leads to the next one. */
function chainDirectories(length: number): Buffer {
  const bytes = fill(length, 'II*\0\x08\0\0\0', Buffer.of(0));
  const directoryBytes = 6;
  for (let at = 8; at + 2 * directoryBytes <= bytes.length; at += directoryBytes) bytes.writeUInt32LE(at + directoryBytes, at + 2);
  return bytes;
}
