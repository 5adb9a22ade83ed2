import { inspectPicture } from '@ocr-web/reader';
import { decodePercent } from '../../bodies/decode-percent.ts';
import { ServiceError } from '../../errors/service-error.ts';
import { decodeBase64, decodeBase64InLines } from './decode-base64.ts';

const refusal = 'Not valid base64. Send a data URI such as "data:image/jpeg;base64,..." or the bare base64 text.';

/** What stands before the data of a data URI ends with a comma, within so many characters. */
const maxHeadLength = 1000;

/**
 * Decodes the text of a picture as {@link readPictureText} does.
 *
 * @param field what the client calls it, for the refusal
 * @throws ServiceError `field.invalid` for blank text and for what is neither a data URI nor base64
 */
export function decodePictureText(text: string, field: string): Buffer {
  if (/^\s*$/.test(text)) throw new ServiceError('field.invalid', 'This field may not be blank.', { field });
  const bytes = readPictureText(text);
  if (bytes === undefined) throw new ServiceError('field.invalid', refusal, { field });
  return bytes;
}

/**
 * Decodes a data URI (RFC 2397), in base64 or in percent encoding, or bare base64, with or without
 * padding and line breaks. The declared media type is not looked at: the bytes decide.
 *
 * What a client encoded once too often, or decoded once too often, is understood where that has one
 * meaning only: a percent sign is not of base64, and blanks where plus signs were leave a picture
 * that is none.
 *
 * @returns undefined for any other text
 */
export function readPictureText(text: string): Buffer | undefined {
  const trimmed = text.trim();
  const uri = isDataUri(trimmed) ? trimmed : percentDecoded(trimmed);
  if (!isDataUri(uri)) return decodeBase64(uri) ?? decodeSpacedBase64(uri);
  const comma = uri.slice(0, maxHeadLength).indexOf(',');
  if (comma < 0) return undefined;
  const data = uri.slice(comma + 1);
  if (!/;\s*base64$/i.test(uri.slice(0, comma))) return decodePercent(Buffer.from(data), { plusIsBlank: false });
  const encoded = percentDecoded(data);
  return decodeBase64(encoded) ?? decodeSpacedBase64(encoded);
}

function isDataUri(text: string): boolean {
  return /^data:/i.test(text);
}

function percentDecoded(text: string): string {
  return text.includes('%') ? decodePercent(Buffer.from(text), { plusIsBlank: false }).toString('latin1') : text;
}

/**
 * Decodes base64 in lines, or base64 whose plus signs became blanks when a form was decoded twice.
 * The two look alike, and both may give a whole picture: then blanks at equal distances are line
 * breaks, and others were plus signs.
 */
function decodeSpacedBase64(text: string): Buffer | undefined {
  const inLines = decodeBase64InLines(text);
  if (!text.includes(' ') || (isEvenlySpaced(text) && isWholePicture(inLines))) return inLines;
  const plain = blanksToPlusSigns(text);
  const withPlusSigns = decodeBase64(plain) ?? decodeBase64InLines(plain);
  return isWholePicture(withPlusSigns) ? withPlusSigns : inLines;
}

function isWholePicture(bytes: Buffer | undefined): boolean {
  const facts = bytes && inspectPicture(bytes);
  return facts !== undefined && 'mediaType' in facts && !facts.truncated;
}

/** A loop over bytes, since replacing in a text of nothing but blanks takes many times as long. */
function blanksToPlusSigns(text: string): string {
  const bytes = Buffer.from(text.trim(), 'utf8');
  for (let at = 0; at < bytes.length; at += 1) if (bytes[at] === 0x20) bytes[at] = 0x2b;
  return bytes.toString('latin1');
}

/** Whether the blanks divide the text into pieces of one length, but for the last one. */
function isEvenlySpaced(text: string): boolean {
  const period = text.indexOf(' ') + 1;
  for (let at = 0; at < text.length; at += 1) {
    if ((text.charCodeAt(at) === 0x20) !== ((at + 1) % period === 0)) return false;
  }
  return true;
}
