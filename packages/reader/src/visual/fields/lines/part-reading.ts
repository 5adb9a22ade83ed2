import { plainCharacters } from '../../match/plain-letter.ts';
import { onceFor, onceHere } from '../../once-for.ts';
import { meanConfidence, type TextCharacter, type TextReading, textOf } from '../../recognise/text-reading.ts';

/** What parts a value from what stands beside it. */
const mark = /^[ /|:;,]$/;
const leadingMark = /^[ /|:;,.)-]$/;

/**
 * A part of a line as a line of its own, without the marks at its ends.
 *
 * @param from step, and the one before which it ends
 * @returns undefined where no letter or digit stands there
 */
export function partReading(reading: TextReading, from: number, to: number): TextReading | undefined {
  return partsOf(reading)(from)(to);
}

/** The parts of a line by the steps at which they begin and end. */
const partsOf = onceFor((reading: TextReading) => onceHere((from: number) => onceHere((to: number) => makePart(reading, from, to))));

function makePart(reading: TextReading, from: number, to: number): TextReading | undefined {
  const within = reading.characters.filter((character) => middle(character) >= from && middle(character) < to);
  const first = within.findIndex(({ character }) => !leadingMark.test(character));
  const last = within.findLastIndex(({ character }) => !mark.test(character));
  const kept = first < 0 ? [] : within.slice(first, last + 1);
  if (!kept.some(({ character }) => /[\p{L}\p{N}]/u.test(character))) return undefined;
  // A step of blank on both sides, as far as the part reaches.
  const [start, end] = [
    Math.max(0, Math.round(from), kept[0]!.from - 1),
    Math.min(reading.scores.steps, Math.round(to), kept.at(-1)!.to + 1),
  ];
  return cut(reading, kept, Math.min(start, kept[0]!.from), Math.max(end, kept.at(-1)!.to));
}

function cut(reading: TextReading, kept: readonly TextCharacter[], start: number, end: number): TextReading {
  const { line, scores, firstStepAt, pixelsPerStep } = reading;
  const left = Math.max(line.left, firstStepAt + start * pixelsPerStep);
  const right = Math.min(line.right, firstStepAt + end * pixelsPerStep);
  const drop = line.slope * (left - line.left);
  const characters = kept.map((character) => ({ ...character, from: character.from - start, to: character.to - start }));
  const text = textOf(characters);
  return {
    line: { ...line, left, right, capTop: line.capTop + drop, baseLine: line.baseLine + drop },
    scores: {
      steps: end - start,
      blank: scores.blank.subarray(start, end),
      best: onceHere((classes) => scores.best(classes).subarray(start, end)),
      peaks: scores.peaks,
      at: (step, index) => scores.at(step + start, index),
    },
    characters,
    text,
    plain: plainCharacters(text),
    confidence: meanConfidence(characters),
    pixelsPerStep,
    firstStepAt: firstStepAt + start * pixelsPerStep,
  };
}

function middle({ from, to }: TextCharacter): number {
  return (from + to) / 2;
}
