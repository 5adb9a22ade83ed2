import type { TextCharacter } from './text-reading.ts';

/** No sign of a strip is narrower than this, in steps, but for those that are narrow in print. */
const narrowest = 3;
const narrow = /[\s.,:;'’|!/\\()[\]\-Iilj1tfr]/;

/** No print has two of these side by side. */
const lone = /[.,]/;

/**
 * One sign that was seen twice: the recogniser sees a sign for a step or two, and of a wide one now
 * and then its beginning and its end. Two signs that are printed stand further apart.
 */
export function mergeDoubles(characters: readonly TextCharacter[]): TextCharacter[] {
  const merged: TextCharacter[] = [];
  for (const character of characters) {
    const last = merged.at(-1);
    const isDouble = last?.character === character.character && (lone.test(character.character) || isTooNear(last, character));
    if (isDouble) merged[merged.length - 1] = { ...last, to: character.to, confidence: Math.max(last.confidence, character.confidence) };
    else merged.push(character);
  }
  return merged;
}

function isTooNear({ from }: TextCharacter, { to, character }: TextCharacter): boolean {
  return to - from <= narrowest + 1 && !narrow.test(character);
}
