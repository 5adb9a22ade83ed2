import { ServiceError } from '../errors/service-error.ts';

const refusal = 'Not valid base64. Send a data URI such as "data:image/jpeg;base64,..." or the bare base64 text.';

/** 1 for each byte that is white space in ASCII. */
const isWhiteSpace = Uint8Array.from({ length: 256 }, (_, byte) => (/\s/.test(String.fromCharCode(byte)) && byte < 0x80 ? 1 : 0));

/**
 * Decodes a data URI in base64 (RFC 2397) or bare base64 text, with or without padding and line breaks. The declared media type is not
 * looked at: the bytes decide.
 *
 * @param field what the client calls it, for the refusal
 * @throws ServiceError `field.invalid` for blank text, for a data URI that is not base64, and for what is not base64
 */
export function decodePictureText(text: string, field: string): Buffer {
  const trimmed = text.trim();
  if (trimmed === '') throw new ServiceError('field.invalid', 'This field may not be blank.', { field });
  const encoded = takeBase64(trimmed);
  if (encoded === undefined) throw new ServiceError('field.invalid', refusal, { field });
  const digits = encoded.length - countWhiteSpace(encoded) - countPadding(encoded);
  const bytes = Buffer.from(encoded, 'base64');
  // Buffer skips what is not base64 instead of refusing it, so anything skipped but white space shows as bytes missing.
  if (digits % 4 === 1 || bytes.length !== Math.floor((digits * 3) / 4)) throw new ServiceError('field.invalid', refusal, { field });
  return bytes;
}

function takeBase64(text: string): string | undefined {
  if (!/^data:/i.test(text)) return text;
  const comma = text.indexOf(',');
  return comma > 0 && comma < 1000 && /;\s*base64$/i.test(text.slice(0, comma)) ? text.slice(comma + 1) : undefined;
}

/** The white space between digits, which RFC 2045 (section 6.8) has a decoder ignore. Replacing each would take seconds where there is much. */
function countWhiteSpace(text: string): number {
  if (!/\s/.test(text)) return 0;
  const bytes = Buffer.from(text, 'utf8');
  let count = 0;
  for (let at = 0; at < bytes.length; at += 1) count += isWhiteSpace[bytes[at]!]!;
  return count;
}

/** One or two at the end; a line may break between them. */
function countPadding(text: string): number {
  const padding = /=(\s*=)?$/.exec(text.slice(-100));
  return padding === null ? 0 : padding[1] === undefined ? 1 : 2;
}
