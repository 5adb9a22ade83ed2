/**
 * Controls that a text may hold: end of transmission, tabulator, line ends, and FS to US, by which
 * AAMVA, 2D-Doc and GS1 part their fields.
 */
const separators = '\u0004\t\n\r\u001c\u001d\u001e\u001f';

/**
 * The text that bytes of a barcode stand for: UTF-8, else ISO 8859-1, which ISO/IEC 15438 and 18004
 * presume where nothing is declared.
 *
 * @returns undefined where the bytes are no text
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const text = decodeUtf8(bytes) ?? String.fromCharCode(...bytes);
  const isText = (text.match(/\p{Cc}/gu) ?? []).every((control) => separators.includes(control));
  return isText ? text : undefined;
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
