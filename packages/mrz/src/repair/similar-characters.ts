/**
 * Pairs that readers of OCR-B mistake for each other: a letter and the digit that looks like it
 * (ISO 1073-2 tells them apart by details that a low resolution loses).
 */
const pairs = ['O0', 'D0', 'Q0', 'I1', 'Z2', 'S5', 'G6', 'B8'] as const;

/** The characters that a character may have been. */
export function similarCharacters(character: string): string {
  let similar = '';
  for (const pair of pairs) {
    if (pair[0] === character) similar += pair[1];
    if (pair[1] === character) similar += pair[0];
  }
  return similar;
}
