/** FNV-1a with 64 bits (Fowler, Noll, Vo), of a text in UTF-8 behind a salt. */
function hash64(salt: number, text: string): bigint {
  let hash = 0xcbf29ce484222325n;
  for (const byte of [salt, ...new TextEncoder().encode(text)]) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash;
}

/** A UUID of version 8 (RFC 9562 §5.8) that is the same for the same text. */
export function stableId(text: string): string {
  const digits = [hash64(1, text), hash64(2, text)].map((hash) => hash.toString(16).padStart(16, '0')).join('');
  const marked = `${digits.slice(0, 12)}8${digits.slice(13, 16)}${((Number.parseInt(digits.charAt(16), 16) & 3) | 8).toString(16)}${digits.slice(17)}`;
  return [0, 8, 12, 16, 20].map((start, index) => marked.slice(start, [8, 12, 16, 20, 32][index])).join('-');
}
