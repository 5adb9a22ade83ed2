import { scoreLine } from '../../src/visual/match/line-scores.ts';
import { plainCharacters } from '../../src/visual/match/plain-letter.ts';
import { findTops } from '../../src/visual/recognise/find-tops.ts';
import { classOf, textClassCount } from '../../src/visual/recognise/text-alphabet.ts';
import { decodeText, meanConfidence, type TextReading, textOf } from '../../src/visual/recognise/text-reading.ts';

/** A line of print: what it says, where it begins, its base line and the height of its capitals. */
export type LaidLine = readonly [text: string, left: number, baseLine: number, cap?: number];

/** Steps of a character, after which blanks follow. */
const stepsOfCharacter = 3;
const usualCap = 10;
const unweighed = new Float32Array(textClassCount);

/**
 * Lines as a recogniser that makes no mistake would read them. A character is 0.8 capitals wide.
 *
 * @param certainty probability of each character
 * @param gap steps of blank behind each character
 */
export function layLines(lines: readonly LaidLine[], certainty = 0.999, gap = 1): TextReading[] {
  return lines.map((line) => layLine(line, logitsOf(line[0], certainty, gap)));
}

/** A line of which the recogniser says what is given. */
export function layLine([text, left, baseLine, cap = usualCap]: LaidLine, logits: ReturnType<typeof logitsOf>): TextReading {
  const tops = findTops(logits, unweighed);
  const characters = decodeText(tops);
  const width = 0.8 * cap * text.length;
  return {
    line: { left, right: left + width, capTop: baseLine - cap, baseLine, slope: 0, strength: 1 },
    scores: scoreLine(logits, unweighed, tops),
    characters,
    text: textOf(characters),
    plain: plainCharacters(text),
    confidence: meanConfidence(characters),
    pixelsPerStep: width / logits.steps,
    firstStepAt: left,
  };
}

/**
 * A line in which one character is seen clearly, and another one is less probable there by `cost`,
 * a natural logarithm, in all its steps together.
 */
export function nearlyLine(line: LaidLine, at: number, other: string, cost: number): TextReading {
  const logits = logitsOf(line[0], 0.999);
  const beside = 0.5;
  for (let step = 0; step < stepsOfCharacter; step++) {
    const less = step === 1 ? cost - 2 * beside : beside;
    logits.logProbs[((stepsOfCharacter + 1) * at + step) * textClassCount + classOf(other)!] = Math.log(0.999) - less;
  }
  return layLine(line, logits);
}

/** Logarithms of the probabilities of a text, whose other characters share what is left. */
export function logitsOf(text: string, certainty: number, gap = 1) {
  const pitch = stepsOfCharacter + gap;
  const steps = text.length * pitch;
  const logProbs = new Float32Array(steps * textClassCount).fill(Math.log((1 - certainty) / (textClassCount - 1)));
  [...text].forEach((character, index) => {
    for (let step = 0; step < pitch; step++) {
      const seen = step < stepsOfCharacter ? classOf(character)! : 0;
      logProbs[(index * pitch + step) * textClassCount + seen] = Math.log(certainty);
    }
  });
  return { logProbs, steps, classes: textClassCount };
}
