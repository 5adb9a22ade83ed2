import type { PartHead } from './parse-part-head.ts';

/**
 * Returns the text of a part: in the encoding that it declares where that is known, or else in
 * UTF-8 (RFC 7578, section 5.1.2).
 */
export function decodePartText({ charset }: PartHead, content: Buffer): string {
  if (charset === undefined || /^(utf-?8|us-ascii)$/i.test(charset)) return content.toString('utf8');
  try {
    return new TextDecoder(charset).decode(content);
  } catch {
    return content.toString('utf8');
  }
}
