/**
 * Sets of characters of the machine readable zone. ICAO Doc 9303-3 §4.3: OCR-B capital letters,
 * digits and the filler `<`.
 */
export const digits = '0123456789';
export const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const filler = '<';

/** All 37 characters, in the order of their check digit values, the filler last. */
export const mrzAlphabet: string = digits + letters + filler;

const values = /* @__PURE__ */ tabulateValues();

function tabulateValues(): Int8Array {
  const table = new Int8Array(128).fill(-1);
  for (let value = 0; value < 36; value++) table[mrzAlphabet.charCodeAt(value)] = value;
  table[filler.charCodeAt(0)] = 0;
  return table;
}

/**
 * Value of a character in check digits (ICAO Doc 9303-3 §4.9): 0–9 as they are, A = 10 … Z = 35,
 * `<` = 0; −1 outside the alphabet.
 */
export function characterValue(charCode: number): number {
  return charCode < 128 ? (values[charCode] as number) : -1;
}

/**
 * The characters that no check digit can tell from `character`: those whose values are equal modulo
 * 10. Without `character` itself.
 */
export function indistinguishable(character: string): string {
  const value = characterValue(character.charCodeAt(0));
  if (value < 0) return '';
  let found = '';
  for (const other of mrzAlphabet) if (other !== character && characterValue(other.charCodeAt(0)) % 10 === value % 10) found += other;
  return found;
}
