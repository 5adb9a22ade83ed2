/** The number that four characters of Latin-1 make as big-endian bytes: what many formats name their boxes and chunks by. */
export function fourCharacterCode(text: string): number {
  return [...text].reduce((code, character) => code * 256 + character.charCodeAt(0), 0);
}
