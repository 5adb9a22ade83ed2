import { classOf } from './text-alphabet.ts';
import { type TextCharacter, type TextReading, textOf } from './text-reading.ts';

/**
 * A gap between words where the recogniser sees a space nearly as surely as none, as natural
 * logarithm: in tight print it is a narrow one. Of gaps on drawn passports at which it is as
 * probable as this and none was read, 203 are blanks and 29 are none; of those below, down to -2,
 * 27 and 30.
 */
export const minSpace = -1.5;
const space = classOf(' ')!;
/** A blank that is hardly seen comes before a capital or a number, not within either. */
const wordEnd = /[\p{L}\d]/u;
const wordBegin = /[\p{Lu}\d]/u;
const digit = /\d/;

/** A line with the blanks that it hardly shows: `CESTA31`. */
export function partWords(reading: TextReading): TextReading {
  const { characters } = reading;
  const parted = characters.flatMap((character, index) => {
    const blank = blankBetween(reading, character, characters[index + 1]);
    return blank ? [character, blank] : character;
  });
  return parted.length === characters.length ? reading : { ...reading, characters: parted, text: textOf(parted) };
}

/** The step between two characters at which a space is most probable, if it is probable at all. */
function blankBetween({ scores }: TextReading, before: TextCharacter, behind: TextCharacter | undefined): TextCharacter | undefined {
  if (!behind || !wordEnd.test(before.character) || !wordBegin.test(behind.character)) return undefined;
  if (digit.test(before.character) && digit.test(behind.character)) return undefined;
  let best: { readonly step: number; readonly score: number } | undefined;
  for (let step = before.to; step < behind.from; step++) {
    const score = scores.at(step, space);
    if (score >= (best?.score ?? minSpace)) best = { step, score };
  }
  if (!best) return undefined;
  const odds = Math.exp(best.score);
  return { character: ' ', confidence: odds / (1 + odds), from: best.step, to: best.step + 1 };
}
