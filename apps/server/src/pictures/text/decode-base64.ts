/**
 * Decodes base64 (RFC 4648, sections 4 and 5), with or without padding, in its own alphabet or the
 * one for addresses.
 *
 * @returns undefined for a text that has any other character in it, line breaks included
 */
export function decodeBase64(text: string): Buffer | undefined {
  return decodeDigits(text, text.length - (text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0));
}

/**
 * The same, past whitespace. Only counted, not taken out: a text of nothing but line breaks would
 * make that slow.
 */
export function decodeBase64InLines(text: string): Buffer | undefined {
  const trimmed = text.trimEnd();
  let digits = 0;
  for (let index = 0; index < trimmed.length; index += 1) {
    const code = trimmed.charCodeAt(index);
    if (code !== 0x20 && (code < 0x09 || code > 0x0d)) digits += 1;
  }
  const padding = /(=\s{0,4}){0,2}$/.exec(trimmed.slice(-8))?.[0].replace(/\s/g, '').length ?? 0;
  return decodeDigits(trimmed, digits - padding);
}

/**
 * Buffer skips what is not base64 instead of refusing it, so anything skipped shows as bytes
 * missing.
 */
function decodeDigits(text: string, digits: number): Buffer | undefined {
  if (digits % 4 === 1) return undefined;
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === Math.floor((digits * 3) / 4) ? bytes : undefined;
}
