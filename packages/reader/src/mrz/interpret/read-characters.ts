import type { CharacterReading } from '../../reading.ts';
import { alphabet, classCount } from '../recognise/line-logits.ts';
import { type Candidate, mostCostEach, type WeighedCandidate } from './list-candidates.ts';
import type { Slots } from './read-slots.ts';

/** What is less probable than this is no alternative worth naming. */
const leastAlternative = Math.log(0.02);

/**
 * How sure each character of a document is.
 *
 * @returns the characters, and the probability that none of them is something that no candidate considers
 */
export function readCharacters(
  candidate: Candidate,
  weighed: readonly WeighedCandidate[],
): { characters: CharacterReading[][]; certainty: number } {
  let certainty = 1;
  const characters = candidate.lines.map((text, line) => {
    const slots = candidate.hypothesis.slots[line] as Slots;
    return [...text].map((character, column): CharacterReading => {
      const considered = consideredShare(slots, column);
      certainty *= considered;
      const agreeing = weighed.reduce((sum, one) => sum + (one.candidate.lines[line]?.[column] === character ? one.probability : 0), 0);
      return { character, confidence: Math.min(1, agreeing) * considered, alternatives: listAlternatives(slots, column, character) };
    });
  });
  return { characters, certainty };
}

/** Probability that a character stands here and is one of those that the candidates weigh. */
function consideredShare(slots: Slots, column: number): number {
  const row = slots.logProbs.subarray(column * classCount, (column + 1) * classCount);
  let top = Number.NEGATIVE_INFINITY;
  for (let c = 1; c < classCount; c++) top = Math.max(top, row[c] as number);
  let share = 0;
  for (let c = 1; c < classCount; c++) if ((row[c] as number) >= top - mostCostEach) share += Math.exp(row[c] as number);
  return share * (slots.presence[column] as number);
}

function listAlternatives(slots: Slots, column: number, character: string): CharacterReading['alternatives'] {
  const others: { character: string; probability: number }[] = [];
  for (let c = 1; c < classCount; c++) {
    const logProb = slots.logProbs[column * classCount + c] as number;
    const other = alphabet[c - 1] as string;
    if (logProb >= leastAlternative && other !== character) others.push({ character: other, probability: Math.exp(logProb) });
  }
  return others.sort((a, b) => b.probability - a.probability);
}
