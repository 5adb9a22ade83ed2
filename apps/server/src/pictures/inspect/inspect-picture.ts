import { inspectBmp } from './inspect-bmp.ts';
import { identifyHeif, inspectHeif } from './inspect-heif.ts';
import { inspectJpeg } from './inspect-jpeg.ts';
import { inspectPdf, isPdf } from './inspect-pdf.ts';
import { inspectPng } from './inspect-png.ts';
import { inspectTiff } from './inspect-tiff.ts';
import { inspectWebp } from './inspect-webp.ts';
import type { PictureFacts } from './picture-facts.ts';

type Kind = { readonly matches: (bytes: Buffer) => boolean; readonly inspect: (bytes: Buffer) => PictureFacts };

const startsWith =
  (text: string, at = 0) =>
  (bytes: Buffer) =>
    bytes.toString('latin1', at, at + text.length) === text;

const inspectGif = (bytes: Buffer): PictureFacts =>
  bytes.length < 13
    ? { mediaType: 'image/gif', truncated: true }
    : { mediaType: 'image/gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8), truncated: false };

const readable: readonly Kind[] = [
  { matches: startsWith('\xff\xd8\xff'), inspect: inspectJpeg },
  { matches: startsWith('\x89PNG\r\n\x1a\n'), inspect: inspectPng },
  { matches: (bytes) => startsWith('RIFF')(bytes) && startsWith('WEBP', 8)(bytes), inspect: inspectWebp },
  { matches: (bytes) => /^(II[*+]\0|MM\0[*+])/.test(bytes.toString('latin1', 0, 4)), inspect: inspectTiff },
  { matches: (bytes) => /^GIF8[79]a/.test(bytes.toString('latin1', 0, 6)), inspect: inspectGif },
  { matches: (bytes) => identifyHeif(bytes) !== undefined, inspect: (bytes) => inspectHeif(bytes, identifyHeif(bytes) ?? 'image/heic') },
  { matches: startsWith('BM'), inspect: inspectBmp },
  { matches: isPdf, inspect: inspectPdf },
];

/** Kinds of file that people do send and that are refused by name. */
const unreadable: readonly { readonly name: string; readonly matches: (bytes: Buffer) => boolean }[] = [
  { name: 'SVG', matches: (bytes) => /<svg[\s>]/i.test(bytes.toString('latin1', 0, 1024)) },
];

/**
 * Says what a file is by its bytes alone, reading no more than its header: nothing is decoded in the process of the service.
 *
 * @returns the facts of a picture that the reader takes, the name of a known kind that it does not take, or undefined
 */
export function inspectPicture(bytes: Buffer): PictureFacts | { readonly unreadable: string } | undefined {
  const kind = readable.find(({ matches }) => matches(bytes));
  if (kind) return kind.inspect(bytes);
  const other = unreadable.find(({ matches }) => matches(bytes));
  return other && { unreadable: other.name };
}
