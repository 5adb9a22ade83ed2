/** CRC-32 of ZIP (APPNOTE.TXT §4.4.7), the polynomial 0xEDB88320 bit by bit. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** Numbers as bytes, the least significant first: two bytes or four each. */
function littleEndian(...numbers: readonly (readonly [value: number, bytes: 2 | 4])[]): number[] {
  return numbers.flatMap(([value, bytes]) => Array.from({ length: bytes }, (_, index) => (value >>> (8 * index)) & 255));
}

/** Days count from 1980 in ZIP; a fixed day keeps the same content the same bytes. */
const firstDay = 0x21;

/**
 * A ZIP archive of one stored file (PKWARE APPNOTE.TXT 6.3, §4.3.6): local header, bytes, central
 * directory, end.
 */
export function zipOne(name: string, bytes: Uint8Array): Uint8Array {
  const file = new TextEncoder().encode(name);
  const common = littleEndian([20, 2], [0, 2], [0, 2], [0, 2], [firstDay, 2], [crc32(bytes), 4], [bytes.length, 4], [bytes.length, 4]);
  const local = [...littleEndian([0x04034b50, 4]), ...common, ...littleEndian([file.length, 2], [0, 2]), ...file];
  const start = local.length + bytes.length;
  const entry = [
    ...littleEndian([0x02014b50, 4], [20, 2]),
    ...common,
    ...littleEndian([file.length, 2], [0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [0, 4]),
    ...file,
  ];
  const end = littleEndian([0x06054b50, 4], [0, 2], [0, 2], [1, 2], [1, 2], [entry.length, 4], [start, 4], [0, 2]);
  return Uint8Array.from([...local, ...bytes, ...entry, ...end]);
}

/** Bytes in base64 (RFC 4648 §4). */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
