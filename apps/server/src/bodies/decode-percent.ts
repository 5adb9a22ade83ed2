const percent = 0x25;
const plus = 0x2b;
const blank = 0x20;

/**
 * Percent-decodes bytes where they lie (RFC 3986, section 2.1): the result is never longer, so it
 * needs no memory of its own. A percent sign without two hexadecimal digits stays as it is, as in
 * the URL standard. Takes one step for each byte.
 *
 * @param bytes are overwritten
 * @param options.plusIsBlank as in `application/x-www-form-urlencoded`
 * @returns the beginning of the same memory
 */
export function decodePercent(bytes: Buffer, { plusIsBlank }: { readonly plusIsBlank: boolean }): Buffer {
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    let byte = bytes[at]!;
    if (byte === plus && plusIsBlank) byte = blank;
    else if (byte === percent && at + 2 < bytes.length) {
      const value = hexDigit(bytes[at + 1]!) * 16 + hexDigit(bytes[at + 2]!);
      if (value >= 0) {
        byte = value;
        at += 2;
      }
    }
    bytes[length] = byte;
    length += 1;
  }
  return bytes.subarray(0, length);
}

/** Returns so little for anything else that a second digit cannot make up for it. */
function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1000;
}
