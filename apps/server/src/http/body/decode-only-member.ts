import { decodeBase64 } from '../../pictures/text/decode-base64.ts';

/**
 * Before the text of the member: the brace, its name, and the head of a data URI in base64 (RFC
 * 2397) if there is one.
 */
const opening = /^[ \t\r\n]*\{[ \t\r\n]*"(\w+)"[ \t\r\n]*:[ \t\r\n]*"(?:data:[\w/.+=;-]{0,100};base64,)?/i;

/** Where the text begins at the latest. */
const maxOpeningBytes = 256;

/**
 * Returns the bytes that a JSON body carries in base64 when it is an object with exactly this one
 * member, which is how most pictures come. It is decoded where it lies: the text of a picture is
 * longer than the picture, and is built twice otherwise.
 *
 * @returns undefined for every other body, which is then parsed as what it is. What decodes as
 *   base64 has no character that JSON would have to see: no quotation mark, no escape, no control
 *   character.
 */
export function decodeOnlyMember(body: Buffer, name: string): Buffer | undefined {
  const [head, member] = opening.exec(body.toString('latin1', 0, maxOpeningBytes)) ?? [];
  const end = body.lastIndexOf('"');
  if (head === undefined || member !== name || end <= head.length) return undefined;
  if (!/^[ \t\r\n]{0,16}\}[ \t\r\n]{0,16}$/.test(body.toString('latin1', end + 1, end + 40))) return undefined;
  return decodeBase64(body.toString('latin1', head.length, end));
}
