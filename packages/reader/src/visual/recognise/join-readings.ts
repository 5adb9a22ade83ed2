import type { LineScores } from '../match/line-scores.ts';
import { onceFor, onceHere } from '../once-for.ts';
import { classOf } from './text-alphabet.ts';
import { meanConfidence, type TextReading, textOf } from './text-reading.ts';

/** Lines on one row that may be one value: this far from each other, in heights of capitals. */
const maxGap = 3.2;
/** How much higher or lower, and how much larger one may be. */
const maxDrop = 0.35;
const maxRatio = 1.3;
/** Steps between two joined lines, at which a blank and a space are as probable as can be. */
const gapSteps = 4;

/**
 * Pairs of lines that stand beside each other, as if they had been read as one: wide gaps within a
 * value part it.
 */
export function joinNeighbours(readings: readonly TextReading[]): TextReading[] {
  return readings.flatMap((left) => {
    const right = readings.find(
      (other) =>
        standsBehind(left, other) &&
        !readings.some((between) => between !== other && standsBehind(left, between) && between.line.left < other.line.left),
    );
    return right ? joined(left)(right) : [];
  });
}

const joined = onceFor((left: TextReading) => onceHere((right: TextReading) => join(left, right)));

function standsBehind({ line: a }: TextReading, { line: b }: TextReading): boolean {
  const high = a.baseLine - a.capTop;
  const low = b.baseLine - b.capTop;
  const gap = b.left - a.right;
  const drop = Math.abs(a.baseLine + a.slope * (b.left - a.left) - b.baseLine);
  return gap > 0 && gap < maxGap * high && drop < maxDrop * high && Math.max(high, low) < maxRatio * Math.min(high, low);
}

function join(left: TextReading, right: TextReading): TextReading {
  const shift = left.scores.steps + gapSteps;
  const behind = right.characters.map((character) => ({ ...character, from: character.from + shift, to: character.to + shift }));
  const space = { character: ' ', confidence: 1, from: left.scores.steps, to: left.scores.steps + gapSteps };
  const characters = [...left.characters, space, ...behind];
  return {
    line: { ...left.line, right: right.line.right },
    scores: joinScores(left.scores, right.scores),
    characters,
    text: textOf(characters),
    plain: left.plain + right.plain,
    confidence: meanConfidence(characters),
    firstStepAt: left.firstStepAt,
    // As if both were drawn alike: where a character stands is known well enough.
    pixelsPerStep: (right.line.right - left.firstStepAt) / (shift + right.scores.steps),
  };
}

function joinScores(left: LineScores, right: LineScores): LineScores {
  const space = classOf(' ');
  const shift = left.steps + gapSteps;
  const lay = (a: Float64Array, b: Float64Array, between: number) => {
    const both = new Float64Array(shift + right.steps).fill(between);
    both.set(a);
    both.set(b, shift);
    return both;
  };
  const between = (index: number) => (index === 0 || index === space ? 0 : Number.NEGATIVE_INFINITY);
  let peaks: Float64Array | undefined;
  return {
    steps: shift + right.steps,
    blank: lay(left.blank, right.blank, 0),
    at: (step, index) => (step < left.steps ? left.at(step, index) : step < shift ? between(index) : right.at(step - shift, index)),
    peaks: () => (peaks ??= left.peaks().map((peak, index) => Math.max(peak, right.peaks()[index]!, between(index)))),
    best: onceHere((classes) => lay(left.best(classes), right.best(classes), Math.max(...classes.map(between)))),
  };
}
