import { isAscii } from 'node:buffer';
import { identifyPicture } from '@ocr-web/reader';
import { readPictureText } from './decode-picture-text.ts';

const byteOrderMark = Buffer.from('\ufeff');

/**
 * Returns what a file holds: the bytes that its text stands for, where it is a data URI or base64
 * of a known kind of file, and else its own bytes.
 */
export function unwrapPictureText(bytes: Buffer): Buffer {
  if (identifyPicture(bytes)) return bytes;
  const text = bytes.subarray(0, byteOrderMark.length).equals(byteOrderMark) ? bytes.subarray(byteOrderMark.length) : bytes;
  if (!isAscii(text)) return bytes;
  const decoded = readPictureText(text.toString('latin1'));
  return decoded && identifyPicture(decoded) ? decoded : bytes;
}
