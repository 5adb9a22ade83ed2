import type { TextLine } from '../lines/measure-row.ts';
import type { LineScores } from '../match/line-scores.ts';
import type { StepTops } from './find-tops.ts';
import { characterOf } from './text-alphabet.ts';

/** A character of a line of text: steps from the first to before the last at which it is seen. */
export type TextCharacter = { readonly character: string; readonly confidence: number; readonly from: number; readonly to: number };

/** A line of print with what the text recogniser says of it. */
export type TextReading = {
  readonly line: TextLine;
  readonly scores: LineScores;
  /** The most probable path: repetitions merged, blanks dropped. It knows no words. */
  readonly characters: readonly TextCharacter[];
  readonly text: string;
  /** Its letters as plain capitals, and its digits; O is 0 and I is 1. */
  readonly plain: string;
  /** Geometric mean of the characters' probabilities; 0 where there are none. */
  readonly confidence: number;
  /** From steps to pixels of the flat page, along the line. */
  readonly pixelsPerStep: number;
  readonly firstStepAt: number;
};

/**
 * CTC best path decoding of a line: repetitions of its most believed classes are merged, blanks
 * dropped.
 */
export function decodeText({ classes, logs }: StepTops): TextCharacter[] {
  const characters: TextCharacter[] = [];
  const steps = classes.length;
  for (let from = 0; from < steps; ) {
    const top = classes[from]!;
    let strongest = logs[from]!;
    let to = from + 1;
    for (; to < steps && classes[to] === top; to++) if (logs[to]! > strongest) strongest = logs[to]!;
    if (top !== 0) characters.push({ character: characterOf(top), confidence: Math.exp(strongest), from, to });
    from = to;
  }
  return characters;
}

/** Geometric mean of the probabilities; 0 without any. */
export function meanConfidence(characters: readonly TextCharacter[]): number {
  if (characters.length === 0) return 0;
  return Math.exp(characters.reduce((sum, { confidence }) => sum + Math.log(Math.max(confidence, 1e-6)), 0) / characters.length);
}

export function textOf(characters: readonly TextCharacter[]): string {
  return characters.map(({ character }) => character).join('');
}
